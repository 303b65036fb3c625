import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { Ledger } from '@athar/ledger/ledger.ts'
import { listed } from '@athar/ledger/lines.ts'
import { lineFrom } from '@athar/ledger/testing/lines.ts'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'

const service = { speaker: { role: 'service' }, recordedBy: 'service:aaaaaaaaaa' } as const
const eventsPerSubmission = 500

/** Events of a small simulated world, as JSON: what a connector would send. Each id is there once. */
export function simulatedEvents(count: number): readonly string[] {
  const cast = world({
    seed: 1,
    start: '2026-01-01',
    movementsPerDay: 200,
    producers: 20,
    carriers: 8,
    plants: 8,
    retryShare: 0,
  })
  return Array.from(simulate(cast, { events: count }), event => JSON.stringify(event))
}

/** Lets a ledger record simulated events, by its clock, in a log that is made for it, and closes it. */
export async function recordSimulatedEvents(logFile: string, count: number, now = Date.now): Promise<void> {
  const log = await SqliteEventLog.open(logFile)
  const ledger = await Ledger.open(log, { groupMax: eventsPerSubmission, hotEventsMax: 10_000, now })
  const events = simulatedEvents(count)
  for (let start = 0; start < count; start += eventsPerSubmission) {
    const verdicts = await ledger.submit(
      listed(events.slice(start, start + eventsPerSubmission).map(lineFrom)),
      service,
    )
    const refused = verdicts.find(({ outcome }) => outcome !== 'recorded')
    if (refused !== undefined) throw new Error(`the simulated world sent what is refused: ${JSON.stringify(refused)}`)
  }
  await log.close()
}
