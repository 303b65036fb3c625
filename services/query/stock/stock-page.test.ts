import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { siteRegistered } from '@athar/events/testing/directory-events.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { foldArrived } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded } from '../testing/folded-view.ts'
import type { StockViews } from './stock-lines.ts'
import { type StockGroup, type StockGrouping, stockPage } from './stock-page.ts'

const codes = ['150101', '170405', '191212']
const wilayas = ['16', '31']

interface Held {
  readonly site: string
  readonly code: string
  readonly kg: number
}

function viewsOf(held: readonly Held[]): StockViews {
  const events: SubmittedEvent[] = held.map(({ site, code, kg }, index) =>
    lotProduced({ site, waste: { code }, kg }, { subject: `L-${index}` }),
  )
  for (const site of new Set(held.map(each => each.site)))
    events.push(siteRegistered(site, { wilaya: wilayaOf(site) }, {}))
  return {
    'mass-ledger': folded(foldArrived([massLedgerProjection], events)),
    directory: folded(foldArrived([directoryProjection], events)),
  }
}

/** Sites in turn. */
function wilayaOf(site: string): string {
  return wilayas[Number(site.slice(2)) % wilayas.length] ?? '16'
}

async function allPages(views: StockViews, query: Parameters<typeof stockPage>[1], limit: number) {
  const groups: StockGroup[] = []
  let after: { sort: string; key: string } | undefined
  do {
    const page = await stockPage(views, query, { limit, ...(after && { after }) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    groups.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return groups
}

const held = fc.array(
  fc.record({
    site: fc.integer({ min: 0, max: 12 }).map(number => `S-${number}`),
    code: fc.constantFrom(...codes),
    kg: fc.integer({ min: 1, max: 1000 }),
  }),
  { maxLength: 40 },
)
const filters = fc.record({
  code: fc.option(fc.constantFrom(...codes), { nil: undefined }),
  site: fc.option(fc.constantFrom('S-0', 'S-1', 'S-2'), { nil: undefined }),
  wilaya: fc.option(fc.constantFrom(...wilayas), { nil: undefined }),
})

function expected(
  held: readonly Held[],
  by: StockGrouping,
  query: Partial<Record<'code' | 'site' | 'wilaya', string>>,
) {
  const sums = new Map<string, number>()
  for (const { site, code, kg } of held) {
    if (query.code !== undefined && query.code !== code) continue
    if (query.site !== undefined && query.site !== site) continue
    if (query.wilaya !== undefined && query.wilaya !== wilayaOf(site)) continue
    const group = by === 'code' ? code : `${code}/${site}`
    sums.set(group, (sums.get(group) ?? 0) + kg * 1000)
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1))
}

describe('page after page, of any size, under any filters,', () => {
  test.each(['code', 'site'] as const)('stock by %s has every gram once', async by => {
    await fc.assert(
      fc.asyncProperty(held, filters, fc.integer({ min: 1, max: 5 }), async (held, { code, site, wilaya }, limit) => {
        const query = { ...(code && { code }), ...(site && { site }), ...(wilaya && { wilaya }) }
        const groups = await allPages(viewsOf(held), { ...query, by }, limit)
        expect(groups.map(({ code, first, grams }) => [by === 'code' ? code : `${code}/${first.site}`, grams])).toEqual(
          expected(held, by, query),
        )
      }),
    )
  })
})

describe('a walk that its filter lets nothing pass of', () => {
  const many = Array.from({ length: 1_300 }, (_, index) => ({ site: `S-${index * 2}`, code: '170405', kg: 1 }))
  const views = viewsOf(many)

  test('is given up after a thousand sites, with where to go on', async () => {
    const page = await stockPage(views, { wilaya: '31', by: 'site' }, { limit: 10 })
    expect(page.items).toEqual([])
    expect(page.next).toBeDefined()
    expect(await allPages(views, { wilaya: '31', by: 'site' }, 10)).toEqual([])
  })

  test('over all sites reads a code to its end: a sum is whole, or not there', async () => {
    const page = await stockPage(views, { wilaya: '16', by: 'code' }, { limit: 10 })
    expect(page.items).toMatchObject([{ code: '170405', sites: 1_300, grams: 1_300_000 }])
  })
})
