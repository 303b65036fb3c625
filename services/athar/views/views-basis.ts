import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLists } from '@athar/events/codes/code-lists.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import { z } from 'zod'

/** What views are folded from, beside the program: this very log, and these code lists. */
interface ViewsBasis {
  /** The hash of the first event, which no two logs have in common; nothing while there is none. */
  readonly log: string
  /** A hash of all entries of all lists: warnings are judged by them. */
  readonly codes: string
}

const basisSchema = z.strictObject({ log: z.string(), codes: z.string() })

/**
 * Throws the views of a folder away when they were folded from another log or with other code lists, and notes what they
 * are folded from now. Answers why they were thrown away. To be asked again once a log that was empty has an event.
 */
export async function keepViewsOfThisBasis(viewsFolder: string, log: EventLogReader): Promise<string | undefined> {
  const basis = await basisOf(log)
  const file = join(viewsFolder, 'basis.json')
  const before = readBasis(file)
  if (before?.log === basis.log && before.codes === basis.codes) return undefined
  const why = existsSync(viewsFolder) ? whyOther(before, basis) : undefined
  if (why !== undefined) rmSync(viewsFolder, { recursive: true })
  mkdirSync(viewsFolder, { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify(basis)}\n`, { mode: 0o600 })
  return why
}

function whyOther(before: ViewsBasis | undefined, basis: ViewsBasis): string | undefined {
  if (before === undefined) return 'it is not known from which log they were folded'
  if (before.codes !== basis.codes) return 'the code lists are others than before'
  return before.log === '' ? undefined : 'they are of another log'
}

async function basisOf(log: EventLogReader): Promise<ViewsBasis> {
  for await (const [first] of log.readAll(0, { upTo: 1 }))
    if (first !== undefined) return { log: Buffer.from(first.hash).toString('hex'), codes: codesHash() }
  return { log: '', codes: codesHash() }
}

function codesHash(): string {
  return hash('sha256', JSON.stringify(codeLists.names().map(name => [name, codeLists.get(name)?.entries])))
}

function readBasis(file: string): ViewsBasis | undefined {
  if (!existsSync(file)) return undefined
  try {
    return basisSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined // it was cut off
  }
}
