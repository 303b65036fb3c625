import { plant } from '@athar/events/testing/cast.ts'
import { declared, received } from '@athar/events/testing/movement-events.ts'
import { registersProjection } from '@athar/projections/registers/registers-projection.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { FoldedInMemory } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageWanted } from '../http/page.ts'
import { folded } from '../testing/folded-view.ts'
import { registerPage } from './register-page.ts'

const startMs = Date.parse('2026-11-23T00:00:00Z')

/** A plant whose register has a line for each of these seconds, in which something was recorded. */
function registerOf(seconds: readonly number[]): FoldedInMemory {
  const receipts = seconds.map((_, index) => received({}, { subject: `MV-${index}` }))
  const at = (_: unknown, position: number) => new Date(startMs + (seconds[position - 1] ?? 0) * 1000).toISOString()
  const views = new FoldedInMemory([registersProjection])
  for (const event of arrived(receipts, { recordedAt: at })) views.take(event)
  return views
}

function pageOf(views: FoldedInMemory, wanted: PageWanted, period: { fromMs?: number; beforeMs?: number } = {}) {
  const { fromMs, beforeMs } = period
  return registerPage(folded(views), { site: plant.site, register: 'incoming', fromMs, beforeMs }, wanted)
}

/** The numbers of all pages together. */
async function numbersOf(
  views: FoldedInMemory,
  limit: number,
  period: { fromMs?: number; beforeMs?: number } = {},
): Promise<readonly number[]> {
  const numbers: number[] = []
  let wanted: PageWanted = { limit }
  for (;;) {
    const { items, next } = await pageOf(views, wanted, period)
    expect(items.length).toBeLessThanOrEqual(limit)
    numbers.push(...items.map(({ number }) => number))
    if (next === undefined) return numbers
    wanted = { limit, after: next }
  }
}

describe('the pages of a register', () => {
  test('are all its lines in order of number, whatever the limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 25 }), async (count, limit) => {
        const views = registerOf(Array.from({ length: count }, (_, index) => index))
        expect(await numbersOf(views, limit)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
      }),
      { numRuns: 50 },
    )
  })

  test('of a period are those recorded in it, the end not included, several at the same moment or none', async () => {
    const second = fc.integer({ min: 0, max: 10 })
    const seconds = fc.array(second, { maxLength: 20 }).map(each => each.sort((one, other) => one - other))
    const bound = fc.option(second, { nil: undefined })
    await fc.assert(
      fc.asyncProperty(seconds, bound, bound, async (seconds, from, before) => {
        const period = {
          ...(from !== undefined && { fromMs: startMs + from * 1000 }),
          ...(before !== undefined && { beforeMs: startMs + before * 1000 }),
        }
        const expected = seconds.flatMap((at, index) =>
          at >= (from ?? 0) && at < (before ?? Number.POSITIVE_INFINITY) ? [index + 1] : [],
        )
        expect(await numbersOf(registerOf(seconds), 3, period)).toEqual(expected)
      }),
    )
  })

  test('go on with what was written since', async () => {
    const first = await pageOf(registerOf([0, 1, 2]), { limit: 2 })
    const after = first.next ?? { sort: '', key: '' }
    const { items } = await pageOf(registerOf([0, 1, 2, 3, 4]), { limit: 10, after })
    expect(items.map(({ number }) => number)).toEqual([3, 4, 5])
  })
})

test('a register that nobody has written into is empty', async () => {
  expect(await pageOf(new FoldedInMemory([registersProjection]), { limit: 10 })).toEqual({ items: [] })
})

test('looks at as many lines more as halving needs, however long the register is', async () => {
  const views = registerOf(Array.from({ length: 1000 }, (_, index) => index))
  let looks = 0
  const view = folded(views)
  const counting = {
    ...view,
    get: (keys: readonly string[]) => {
      looks += keys.length
      return view.get(keys)
    },
  }
  const asked = { site: plant.site, register: 'incoming', fromMs: startMs + 700_000, beforeMs: undefined } as const
  const { items } = await registerPage(counting, asked, { limit: 5 })
  expect(items.map(({ number }) => number)).toEqual([701, 702, 703, 704, 705])
  expect(looks).toBeLessThanOrEqual(1 + 10 + 5)
})

test('a line that is missing is no shorter register, but a fault', async () => {
  const view = folded(registerOf([0, 1]))
  const lost = { ...view, get: async (keys: readonly string[]) => new Map([...(await view.get(keys))].slice(0, 1)) }
  const asked = { site: plant.site, register: 'incoming', fromMs: undefined, beforeMs: undefined } as const
  await expect(registerPage(lost, asked, { limit: 5 })).rejects.toThrow('incoming/000000002')
})

test('a declaration alone writes no line', async () => {
  const views = new FoldedInMemory([registersProjection])
  for (const event of arrived([declared()])) views.take(event)
  expect((await pageOf(views, { limit: 10 })).items).toEqual([])
})
