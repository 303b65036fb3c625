import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { inWords } from '@athar/events/language.ts'
import { siteRegistered } from '@athar/events/testing/directory-events.ts'
import { incident } from '@athar/events/testing/movement-events.ts'
import { lotProduced } from '@athar/events/testing/stock-events.ts'
import type { EventLog, LogFailureReason } from '@athar/infra/event-log/port.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStored } from './fold.ts'
import type { Verdict } from './submission.ts'
import { type LedgerUnderTest, openLedger } from './testing/ledger-under-test.ts'
import { turns } from './testing/turns.ts'

/** A few streams and ids, so that events meet: repeats, reused ids, taken slots and new events of one stream. */
const event: fc.Arbitrary<SubmittedEvent> = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.nat(9), fc.constantFrom('one drum leaked', 'two drums leaked'))
    .map(([movement, id, text]) => incident({ text }, { subject: `MV-${movement}`, id: `i${id}` })),
  fc.tuple(fc.nat(6), fc.nat(2)).map(([lot, id]) => lotProduced({}, { subject: `L-${lot}`, id: `p${id}` })),
  fc.nat(2).map(site => siteRegistered(`S-${site}`)),
)
const submission = fc.record({
  events: fc.array(event, { minLength: 1, maxLength: 7 }),
  atomic: fc.boolean(),
  /** Whether the ledger gets a few turns before the next one comes. */
  pause: fc.boolean(),
})
const failure = fc.record({
  write: fc.integer({ min: 1, max: 12 }),
  reason: fc.constantFrom<LogFailureReason>('disk-full', 'io-error', 'other'),
})
const settings = fc.record({ groupMax: fc.integer({ min: 1, max: 8 }), hotEventsMax: fc.integer({ min: 1, max: 12 }) })

test('every submission is answered once, whatever fails, and what is acknowledged is there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(submission, { maxLength: 12 }),
      fc.array(failure, { maxLength: 4 }),
      settings,
      async (submissions, failures, options) => {
        const tested = await openLedger(options)
        for (const { write, reason } of failures) tested.writes.failNext(write, reason)
        const answers = await submitAll(tested, submissions)
        expect(answers).toHaveLength(submissions.length)
        await expectToHold(tested.log, answers)

        // Whoever got no answer sends the same again, and now the disk is well: everybody gets one.
        tested.writes.recover()
        const again = await submitAll(tested, submissions)
        expect(again.every(answer => answer.verdicts !== undefined)).toBe(true)
        await expectToHold(tested.log, [...answers, ...again])
      },
    ),
    { numRuns: 150 },
  )
})

interface Answer {
  readonly atomic: boolean
  /** `undefined` when the ledger was not available. */
  readonly verdicts: readonly Verdict[] | undefined
}

async function submitAll(
  { submit, ledger }: LedgerUnderTest,
  submissions: readonly { readonly events: readonly SubmittedEvent[]; readonly atomic: boolean; pause: boolean }[],
): Promise<readonly Answer[]> {
  const answers: Promise<Answer>[] = []
  for (const { events, atomic, pause } of submissions) {
    const answered = submit(events, { atomic }).then(
      verdicts => {
        expect(verdicts.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
        return { atomic, verdicts }
      },
      () => ({ atomic, verdicts: undefined }),
    )
    answers.push(answered)
    if (pause) await turns()
  }
  await ledger.drain()
  return Promise.all(answers)
}

async function expectToHold(log: EventLog, answers: readonly Answer[]): Promise<void> {
  const held = new Map<number, string>()
  const revisions = new Map<string, number>()
  const ids = new Set<string>()
  for await (const batch of log.readAll(0))
    for (const stored of batch) {
      const { position, stream, revision, event } = readStored(stored)
      expect(position).toBe(held.size + 1)
      expect(revision).toBe((revisions.get(stream) ?? -1) + 1)
      revisions.set(stream, revision)
      held.set(position, `${stream} ${revision} ${event.id}`)
      ids.add(`${stream} ${event.id}`)
    }
  expect(ids.size).toBe(held.size) // no event twice
  for (const { atomic, verdicts = [] } of answers) {
    const outcomes = new Set(verdicts.map(({ outcome }) => outcome))
    if (atomic && outcomes.has('rejected')) expect([...outcomes]).toEqual(['rejected'])
    for (const verdict of verdicts) {
      if (verdict.outcome !== 'rejected')
        expect(held.get(verdict.position)).toBe(`${verdict.stream} ${verdict.revision} ${verdict.id}`)
      else if (!atomic && verdict.problem.code === 'already-recorded') {
        const { stream = '', by } = verdict.problem.values ?? {}
        expect(ids).toContain(`${inWords(stream, 'en').replace(' ', '-')} ${by}`) // refused for the sake of what is there
      }
    }
  }
}
