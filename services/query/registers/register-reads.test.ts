import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { carrier, oil, otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import {
  corrected,
  declared,
  handedOver,
  pickedUp,
  received,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { checkRegister } from '@athar/projections/registers/check-register.ts'
import type { RegisterLine } from '@athar/projections/registers/register-line.ts'
import { registersProjection } from '@athar/projections/registers/registers-projection.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { registerReads } from './reads.ts'

const run = promisify(execFile)

/** Loads that go to the plant beside the two that the tests are about: more than an export sends at a time. */
const others = Array.from({ length: 300 }, (_, index) => received({}, { subject: `MV-A${index}` }))
const receipt = received({ checks: { document: true, visual: true }, weighing: { grossKg: 13_000, tareKg: 12_000 } })
const refusal = turnedAway({ reason: { code: 'radioactive', text: 'تنبيه البوابة "3"' } }, { subject: 'MV-2' })

const views = ViewsInMemory.of(
  [registersProjection, directoryProjection],
  [
    ...registeredSites,
    declared({ waste: oil, acceptanceCertificate: 'CAP-7' }),
    pickedUp(),
    handedOver({ vehicle: { plates: ['04521-120-09', '=1'] } }),
    receipt,
    refusal,
    corrected(receipt, { netKg: 990, acceptedKg: 990, weighing: undefined }),
    treated(),
    ...others,
  ],
)
const incoming = `/v1/sites/${plant.site}/registers/incoming`
let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start(registerReads, views)
})
afterAll(() => served.stop())

interface RegisterPage {
  readonly items: readonly RegisterLine[]
  readonly next?: string
}

async function page(path: string): Promise<RegisterPage> {
  return (await served.get(path)).json() as Promise<RegisterPage> // as it is described
}

const asLines = { accept: 'application/x-ndjson' }

describe('the register of a site', () => {
  test('is read in order of number, a page at a time', async () => {
    const first = await page(`${incoming}?limit=2`)
    expect(first.items).toMatchObject([
      { number: 1, movement: 'MV-1', entry: { kg: 1000, waste: oil } },
      { number: 2, movement: 'MV-2', entry: { outcome: 'refused', reason: { code: 'radioactive' } } },
    ])
    const second = await page(`${incoming}?limit=2&cursor=${first.next}`)
    expect(second.items).toMatchObject([
      { number: 3, movement: 'MV-1', correctsNumber: 1, entry: { kg: 990, checks: { document: true } } },
      { number: 4 },
    ])
  })

  test('of what left, and of what was treated', async () => {
    const outgoing = await page(`/v1/sites/${producer.site}/registers/outgoing`)
    expect(outgoing.items).toMatchObject([{ number: 1, entry: { to: plant.site, carriers: [{ carrier }] } }])
    const treatment = await page(`/v1/sites/${plant.site}/registers/treatment`)
    expect(treatment.items).toMatchObject([{ number: 1, treatment: 'T-1', entry: { operation: 'R4', kg: 1000 } }])
  })

  test('by when its lines were recorded, a day counting from midnight in Algeria', async () => {
    const numbers = async (period: string) => (await page(`${incoming}?limit=1000&${period}`)).items.length
    expect(await numbers('from=2026-11-23')).toBe(303) // the events of these tests are recorded from then on
    expect(await numbers('to=2026-11-22')).toBe(0)
    expect(await numbers('from=2026-11-23&to=2026-11-23')).toBe(303)
  })

  test.each(['application/json', 'text/csv', 'application/x-ndjson'])('of no period backwards, as %s', async accept => {
    const response = await served.get(`${incoming}?from=2026-11-24&to=2026-11-22`, { accept })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('\\"to\\" must be 2026-11-24 or later')
  })

  test('is for its holder, and for those who read everything', async () => {
    expect((await served.getAs([plant.organisation], incoming)).status).toBe(200)
    expect((await served.getAs([producer.organisation], incoming)).status).toBe(404)
    expect((await served.getAs([otherPlant.organisation, carrier], incoming)).status).toBe(404)
    expect((await served.get(incoming, { key: served.key({ role: 'inspector' }) })).status).toBe(200)
  })

  test('there is no other register', async () => {
    expect((await served.get(`/v1/sites/${plant.site}/registers/lost`)).status).toBe(404)
  })
})

describe('an export', () => {
  test('has all lines, which can be checked', async () => {
    const text = await (await served.get(incoming, asLines)).text()
    const lines = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines).toHaveLength(303)
    expect(checkRegister(lines)).toMatchObject({ end: { count: 303 } })
  })

  test('of which any line can be hashed with the tools of any Unix, as the description says', async () => {
    const text = await (await served.get(incoming, asLines)).text()
    for (const line of text.split('\n').slice(0, 4)) {
      const script = `printf '%s\\n' "$1" | sed 's/"hash":"[0-9a-f]*",//' | tr -d '\\n' | sha256sum`
      const { stdout } = await run('sh', ['-c', script, 'sh', line])
      expect(stdout.slice(0, 64)).toBe(JSON.parse(line).hash)
    }
  })

  test('as CSV says who brought it and how, in fields of their own', async () => {
    const text = await (await served.get(incoming, { accept: 'text/csv' })).text()
    const [header = '', first = '', second = ''] = text.split('\r\n')
    const value = (row: string, column: string) => row.split(',')[header.split(',').indexOf(column)]
    expect(value(first, 'number')).toBe('1')
    expect(value(first, 'entry.waste.code')).toBe(oil.code)
    expect(value(first, 'entry.carriers.carrier')).toBe('C-FIRST;C-SECOND')
    expect(value(first, 'entry.carriers.plates')).toBe("00123-118-16;04521-120-09;'=1")
    expect(value(first, 'entry.checks.visual')).toBe('true')
    expect(value(second, 'entry.reason.text')).toBe('"تنبيه البوابة ""3"""')
    expect(text.trimEnd().split('\r\n')).toHaveLength(304)
  })
})
