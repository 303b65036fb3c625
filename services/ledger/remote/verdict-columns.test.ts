import { problem } from '@athar/events/problems.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rejected, type Verdict } from '../submission.ts'
import { columnsOf, VerdictReader } from './verdict-columns.ts'

const times = ['2026-11-22T06:41:00.000Z', '2026-11-22T06:41:00.250Z']

const taken: fc.Arbitrary<Verdict> = fc.record({
  outcome: fc.constantFrom('recorded' as const, 'duplicate' as const),
  id: fc.string(),
  stream: fc.string(),
  revision: fc.nat({ max: 2 ** 32 - 1 }),
  position: fc.maxSafeNat(),
  recordedAt: fc.constantFrom(...times),
  warnings: fc.constantFrom([], [{ code: 'pickup-missing' as const }]),
})
const verdict = fc.oneof(
  taken,
  fc.string().map(id => rejected(id, problem('not-tried'))),
)
const submissions = fc.array(fc.record({ verdicts: fc.array(verdict, { minLength: 1 }), isAwaited: fc.boolean() }))

test('verdicts are read back as they were written, also behind submissions that nobody waits for', () => {
  fc.assert(
    fc.property(submissions, answered => {
      const wire = columnsOf(answered.map(({ verdicts }, number) => ({ number, verdicts })))
      const reader = new VerdictReader(structuredClone(wire))
      for (const { verdicts, isAwaited } of answered) {
        if (!isAwaited) reader.skip(verdicts.length)
        else expect(reader.read(verdicts.map(nameOf))).toEqual(verdicts)
      }
    }),
  )
})

/** What the gate keeps of an event: a verdict that is a rejection names no stream. */
function nameOf(verdict: Verdict): { readonly id: string; readonly stream: string } {
  return { id: verdict.id, stream: verdict.outcome === 'rejected' ? '' : verdict.stream }
}
