import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../connection.ts'
import type { Figure, Scale } from '../figure.ts'
import { LedgerProcess } from '../ledger-process.ts'
import { postBatches } from '../post-events.ts'
import { untilFolded } from '../reading.ts'
import { percentile } from '../statistics.ts'

const origins = 250
/** Lots that go into one, level by level: 250 loads become one lot in five treatments, one on top of the other. */
const mixedAtOnce = [5, 5, 5, 2, 1]
const reads = 300
const hourMs = 3_600_000

/** Lineage both ways of a lot that was mixed of 250 loads in five levels, and went on from there. */
export async function lineageFigures(_scale: Scale, folder: string): Promise<Figure[]> {
  const ledger = await LedgerProcess.start(mkdtempSync(join(folder, 'lineage-')))
  const lines = [...mixedLot(Date.now() - 20 * hourMs)].map(event => JSON.stringify(event)).join('\n')
  await postBatches(ledger, [Buffer.from(lines)], 1)
  await untilFolded(ledger)
  const connection = await Connection.open(ledger.port, ledger.key)
  const tookMs: number[] = []
  for (let read = 0; read < reads; read++) {
    const answer = await connection.get('/v1/lots/L-5-0/lineage?direction=both')
    const found = (JSON.parse(answer.body) as { readonly origins?: readonly unknown[] }).origins?.length
    if (found !== origins) throw new Error(`the lineage was answered ${answer.status} with ${found} origins`)
    if (read >= 20) tookMs.push(answer.tookMs) // compiled before it is measured
  }
  connection.close()
  await ledger.stop()
  const latenciesMs = Float64Array.from(tookMs).sort()
  return [
    {
      name: 'lineage of a lot, p99',
      unit: 'ms',
      value: percentile(latenciesMs, 0.99),
      floor: 50,
      atMost: true,
      detail: `${origins} origins, ${mixedAtOnce.length} levels, both ways; p50 ${percentile(latenciesMs, 0.5).toFixed(1)} ms`,
    },
  ]
}

function* mixedLot(startMs: number): Generator<object> {
  let number = 0
  function event(type: string, subject: string, data: object): object {
    const time = new Date(startMs + ++number * 1_000).toISOString()
    return { specversion: '1.0', id: `e-${number}`, source: '/bench', type, subject, time, data }
  }
  let lots: { readonly lot: string; readonly kg: number }[] = []
  for (let load = 0; load < origins; load++) {
    const [lot, kg] = [`MV-${load}`, 100 + load]
    const waste = { code: '170405' }
    const declared = { fromSite: `S-${load}`, toSite: 'S-PLANT', waste, kg, basis: 'weighed' }
    yield event('waste.movement.declared', lot, declared)
    yield event('waste.movement.picked-up', lot, { carrier: 'C-1', vehicle: { plates: ['00001-116-16'] } })
    yield event('waste.movement.received', lot, {
      site: 'S-PLANT',
      netKg: kg,
      outcome: 'accepted',
      acceptedKg: kg,
      refusedKg: 0,
    })
    lots.push({ lot, kg })
  }
  for (const [level, atOnce] of mixedAtOnce.entries()) {
    const mixed: typeof lots = []
    for (let from = 0; from < lots.length; from += atOnce) {
      const inputs = lots.slice(from, from + atOnce).map(input => ({ ...input, code: '170405' }))
      const kg = inputs.reduce((sum, input) => sum + input.kg, 0)
      const lot = `L-${level + 1}-${mixed.length}`
      const outputs = [{ lot, waste: { code: '170405' }, kg }]
      yield event('waste.treatment.performed', `T-${lot}`, { site: 'S-PLANT', operation: 'R12', inputs, outputs })
      mixed.push({ lot, kg })
    }
    lots = mixed
  }
  const [last = { lot: '', kg: 0 }] = lots
  const half = Math.floor(last.kg / 2)
  yield event('waste.treatment.performed', 'T-END', {
    site: 'S-PLANT',
    operation: 'R4',
    inputs: [{ lot: last.lot, code: '170405', kg: half }],
  })
}
