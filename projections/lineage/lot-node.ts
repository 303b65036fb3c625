import type { LotDocument } from '../custody/documents.ts'
import { lotFlowsOfLot } from '../mass-ledger/lot-flows.ts'
import type { End } from './ends.ts'
import type { LotEntry } from './lot-entries.ts'
import { type LotPlace, lotId } from './lot-place.ts'
import type { MixingNode } from './mixing-node.ts'
import { balanced, flowsOf, type LineageNode } from './node.ts'

/** What is known around a lot. */
export interface AroundLot {
  /** The entries of its index at its site, with the key of the document each is of. */
  readonly entries: readonly (LotEntry & { readonly key: string })[]
  /** The movement that is called as the lot, if there is one: it has no entry. */
  readonly namesake?: MixingNode | undefined
  /** What was said of the lot itself, at whatever site. */
  readonly document?: LotDocument | undefined
}

/** What a lot has to do with one document, or with a count or production of its own. */
export interface LotPart {
  readonly atMs: number
  readonly code: string
  /** Into the lot (above zero) or out of it. */
  readonly grams: number
  /** The key of the movement or treatment; absent: what was said of the lot itself, and what that was. */
  readonly key?: string
  readonly by?: 'production' | 'adjustment'
}

/**
 * All parts of a lot, what came in before what went out, each in order of time. Counts are one part: one that found less
 * takes back what an earlier one found more.
 */
export function partsOfLot(place: LotPlace, { entries, namesake, document }: AroundLot): readonly LotPart[] {
  const parts: LotPart[] = entries.map(({ key, atMs, code, grams, direction }) => ({
    key,
    atMs,
    code,
    grams: direction === 'in' ? grams : -grams,
  }))
  for (const { site, lot, code, grams, atMs } of namesake?.amounts ?? [])
    if (namesake && site === place.site && lot === place.lot) parts.push({ key: namesake.id, atMs, code, grams })
  parts.push(...ownParts(place, document))
  return parts.sort(
    (one, other) =>
      Number(one.grams < 0) - Number(other.grams < 0) ||
      one.atMs - other.atMs ||
      ((one.key ?? '') < (other.key ?? '') ? -1 : 1),
  )
}

function ownParts(place: LotPlace, document: LotDocument | undefined): readonly LotPart[] {
  const parts: LotPart[] = []
  let counted: LotPart | undefined
  for (const { site, by, atMs, code, grams } of document ? lotFlowsOfLot(place.lot, document) : []) {
    if (site !== place.site) continue
    if (by === 'production') parts.push({ by, atMs, code, grams })
    else counted = { by: 'adjustment', atMs: counted?.atMs ?? atMs, code, grams: (counted?.grams ?? 0) + grams }
  }
  if (counted !== undefined && counted.grams !== 0) parts.push(counted)
  return parts
}

/**
 * The node of a lot. What is more came in than went out is in stock. When more went out than came in, the lot is as large as
 * what went out, and what is missing is an origin of its own: it was there, and nobody has told where it comes from.
 */
export function lotNodeOf(place: LotPlace, parts: readonly LotPart[]): LineageNode {
  const inflows: { readonly id: string; readonly grams: number }[] = []
  const outflows: { readonly id: string; readonly grams: number }[] = []
  const sources: { readonly end: End; readonly grams: number }[] = []
  const sinks: { readonly end: End; readonly grams: number }[] = []
  const { site, lot } = place
  let leftGrams = 0
  for (const { key, by, grams } of parts) {
    leftGrams += grams
    if (key !== undefined && grams > 0) inflows.push({ id: key, grams })
    else if (key !== undefined) outflows.push({ id: key, grams: -grams })
    else if (by === 'production') sources.push({ end: { kind: 'production', site, lot }, grams })
    else if (grams > 0) sources.push({ end: { kind: 'adjusted', site, lot }, grams })
    else sinks.push({ end: { kind: 'adjusted', site }, grams: -grams })
  }
  if (leftGrams > 0) sinks.push({ end: { kind: 'stock', site }, grams: leftGrams })
  if (leftGrams < 0) sources.push({ end: { kind: 'unrecorded', site, lot }, grams: -leftGrams })
  return balanced({
    id: lotId(place),
    kind: 'lot',
    subject: lot,
    site,
    ...(parts[0] && { code: parts[0].code }),
    timeMs: parts[0]?.atMs ?? 0,
    inflows: flowsOf(inflows, sources),
    outflows: flowsOf(outflows, sinks),
  })
}
