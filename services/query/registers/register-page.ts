import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { headKey, lineKey, type RegisterHead } from '@athar/projections/registers/documents.ts'
import type { RegisterKind, RegisterLine } from '@athar/projections/registers/register-line.ts'
import type { Page, PageWanted } from '../http/page.ts'

export interface RegisterAsked {
  readonly site: string
  readonly register: RegisterKind
  /** Of the time of recording: inclusive. */
  readonly fromMs: number | undefined
  /** Exclusive. */
  readonly beforeMs: number | undefined
}

/**
 * Lines of a register, in order of number. Each is found by its number; where a period begins is found by halving, since the
 * ledger's clock never runs backwards in the log. A place to go on is a number, in `key`.
 */
export async function registerPage(
  view: ViewReader,
  { site, register, fromMs, beforeMs }: RegisterAsked,
  { limit, after }: PageWanted,
): Promise<Page<RegisterLine>> {
  const end = headKey(site, register)
  const head = (await view.get([end])).get(end)
  const { count } = head === undefined ? { count: 0 } : (JSON.parse(head) as RegisterHead) // the fold has set it
  const lineAt = (number: number) => lineOf(view, lineKey(site, register, number))

  const first = after === undefined ? await firstRecordedFrom(lineAt, count, fromMs) : numberIn(after.key) + 1
  const numbers = Array.from({ length: Math.max(0, Math.min(limit, count - first + 1)) }, (_, index) => first + index)
  const keys = numbers.map(number => lineKey(site, register, number))
  const texts = await view.get(keys)

  const items: RegisterLine[] = []
  for (const key of keys) {
    const line = parsed(key, texts.get(key))
    if (beforeMs !== undefined && Date.parse(line.recordedAt) >= beforeMs) return { items }
    items.push(line)
  }
  const last = items.at(-1)?.number
  return { items, ...(last !== undefined && last < count && { next: { sort: '', key: String(last) } }) }
}

/** The number of the first line that was recorded at a time or later: one more than there are lines when none was. */
async function firstRecordedFrom(
  lineAt: (number: number) => Promise<RegisterLine>,
  count: number,
  fromMs: number | undefined,
): Promise<number> {
  if (fromMs === undefined) return 1
  let first = 1
  let after = count + 1
  while (first < after) {
    const middle = Math.floor((first + after) / 2)
    const { recordedAt } = await lineAt(middle)
    if (Date.parse(recordedAt) < fromMs) first = middle + 1
    else after = middle
  }
  return first
}

async function lineOf(view: ViewReader, key: string): Promise<RegisterLine> {
  return parsed(key, (await view.get([key])).get(key))
}

/** Throws when there is no such line: a register has no gap. */
function parsed(key: string, text: string | undefined): RegisterLine {
  if (text === undefined) throw new Error(`the registers have no ${key}, and there are lines after it`)
  return JSON.parse(text) as RegisterLine // the fold has written it
}

/** A cursor that nobody here has written stands for nothing: the page begins at the start. */
function numberIn(key: string): number {
  return /^\d{1,12}$/.test(key) ? Number(key) : 0
}
