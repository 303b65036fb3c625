import { codeLists } from '@athar/events/codes/code-lists.ts'
import { isHazardous } from '@athar/events/hazardous.ts'
import { namesInWords } from '@athar/events/names-in-words.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import type { AlertKind } from '@athar/projections/alerts/alert-kinds.ts'
import { type CameIn, cameIn } from '@athar/projections/alerts/came-in.ts'
import { type CustodyDocument, custodyKey } from '@athar/projections/custody/documents.ts'
import { entriesAt, lotEntries, readEntry } from '@athar/projections/lineage/lot-entries.ts'
import type { LotPlace } from '@athar/projections/lineage/lot-place.ts'
import { accountPrefix } from '@athar/projections/mass-ledger/accounts.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { kgOf } from '../kilograms.ts'
import type { AlertAnswer, Finding } from './alert-answer.ts'
import type { AlertsQuery, AlertViews } from './alerts-query.ts'
import { type BelowZero, belowZeroPage } from './below-zero.ts'

export const overdrawnLotKinds = [
  'lot-overdrawn',
  'lot-code-differs',
  'hazardous-lot-recoded',
] as const satisfies readonly AlertKind[]

/** Documents that gave to a lot: how many are looked at, of all codes, and how many are read. Most lots have one. */
const entriesMax = 200
const documentsMax = 10
/** Events that are named as proof that it came in as another waste. */
const positionsMax = 5

/**
 * Lots of which more was taken under a code than came in under it, in order of site, code and lot. Under another code than all
 * of it came in as, it may be waste that goes by a false name, or a slip; when what came in is hazardous and what was taken is
 * said not to be, it is told as that. One alert for a lot and a code.
 */
export function overdrawnLotsPage(
  views: AlertViews,
  query: AlertsQuery,
  wanted: PageWanted,
): Promise<Page<AlertAnswer>> {
  const prefix = query.site === undefined ? accountPrefix.ofKind('lot') : accountPrefix.lotsOf(query.site)
  return belowZeroPage(views, query, { kind: 'lot', prefix }, wanted, async below => {
    const { site, lot } = below.account
    const finding = findingOf(below, await allCameIn(views.lineage, { site, lot }))
    return query.kinds.includes(finding.kind) ? finding : undefined
  })
}

function findingOf({ account, total, since }: BelowZero<'lot'>, came: readonly CameIn[]): Finding {
  const { site, code, lot } = account
  const others = came.filter(({ waste }) => waste.code !== code)
  const hazardous = others.filter(({ waste, time }) => isHazardous(waste, time, codeLists))
  const isRecoded = hazardous.length > 0 && !isHazardousInSomeList(code, since.sinceMs, others)
  const told = isRecoded ? hazardous : others
  const codes = namesInWords([...new Set(told.map(({ waste }) => waste.code))].sort())
  const proof = told.slice(0, positionsMax).map(({ position }) => position)
  return {
    kind: isRecoded ? 'hazardous-lot-recoded' : others.length > 0 ? 'lot-code-differs' : 'lot-overdrawn',
    name: `${site}/${code}/${lot}`,
    sinceMs: since.sinceMs,
    cases: [{ site, lot, code, kg: kgOf(-total.total), codes }],
    positions: [...new Set([...since.positions, ...proof])].sort((one, other) => one - other),
    about: { site, lot, account: total.account, code },
  }
}

/** What was taken names its code and no list: it may be of any that the lot came in by. */
function isHazardousInSomeList(code: string, timeMs: number, came: readonly CameIn[]): boolean {
  const time = new Date(timeMs).toISOString()
  const lists = new Set([undefined, ...came.map(({ waste }) => waste.list)])
  return [...lists].some(list => isHazardous({ code, list }, time, codeLists))
}

/** As what a lot came in: by what was said of it, by the movement it is called as, and by what else gave to it. */
async function allCameIn(view: ViewReader, place: LotPlace): Promise<readonly CameIn[]> {
  const { entries } = await view.list(lotEntries, { ...entriesAt(place), limit: entriesMax })
  const given = entries
    .map(({ sort, key }) => ({ ...readEntry(sort), key }))
    .filter(({ direction }) => direction === 'in')
  // One of each code first, so that many entries of one do not hide another.
  const firsts = [...new Map(given.toReversed().map(entry => [entry.code, entry])).values()]
  const givers = [...new Set([...firsts, ...given].map(({ key }) => key))].slice(0, documentsMax)
  const keys = [custodyKey('lot', place.lot), custodyKey('movement', place.lot), ...givers]
  const found = await view.get(keys)
  return keys.flatMap(key => {
    const json = found.get(key)
    return json === undefined ? [] : cameIn(key, JSON.parse(json) as CustodyDocument, place) // its fold has written it
  })
}
