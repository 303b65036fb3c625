import { permitGranted, permitSuspended, permitWithdrawn } from '@athar/events/testing/directory-events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directoryFold } from '../directory/directory-fold.ts'
import type { PermitDocument } from '../directory/documents.ts'
import { directoryOf } from '../directory/known-directory.ts'
import { permitInForce } from '../directory/testing/permit-in-force.ts'
import { arrived } from '../testing/arrived.ts'
import { fold } from '../testing/fold-in-memory.ts'
import { gapsIn } from './permit-gaps.ts'

const holder = { organisation: 'C-FIRST' }
const transport = { kind: 'transport', code: '130205' } as const
const always = [{ fromMs: Number.NEGATIVE_INFINITY, beforeMs: Number.POSITIVE_INFINITY }]

type DirectoryEvent = ReturnType<typeof permitGranted | typeof permitSuspended | typeof permitWithdrawn>

function permitsAfter(events: readonly DirectoryEvent[]): readonly PermitDocument[] {
  const folded = fold([{ name: 'directory', version: 1, fold: directoryFold }], arrived(events))
  return [...folded.documents().values()] as PermitDocument[] // these events are of permits only
}

describe('gaps', () => {
  test('are everything when nobody has a permit for it', () => {
    expect(gapsIn([], transport)).toEqual(always)
    expect(gapsIn(permitsAfter([permitGranted({ wastes: ['16'] })]), transport)).toEqual(always)
    expect(gapsIn(permitsAfter([permitGranted({ kind: 'treatment' })]), transport)).toEqual(always)
  })

  test('lie before the first day and after the last, in Algeria', () => {
    expect(gapsIn(permitsAfter([permitGranted()]), transport)).toEqual([
      { fromMs: Number.NEGATIVE_INFINITY, beforeMs: Date.parse('2026-01-01T00:00:00+01:00') },
      { fromMs: Date.parse('2027-01-01T00:00:00+01:00'), beforeMs: Number.POSITIVE_INFINITY },
    ])
  })

  test('a permit that is granted for some operations leaves the others open', () => {
    const permits = permitsAfter([permitGranted({ kind: 'treatment', operations: ['R9'] })])
    expect(gapsIn(permits, { kind: 'treatment', code: '130205', operation: 'R4' })).toEqual(always)
    expect(gapsIn(permits, { kind: 'treatment', code: '130205', operation: 'R9' })).toHaveLength(2)
  })
})

test('a time is in a gap exactly when no permit is in force then', () => {
  const day = fc.integer({ min: 0, max: 60 }).map(days => new Date(Date.UTC(2026, 0, 1 + days)))
  const dayText = day.map(date => date.toISOString().slice(0, 10))
  const permit = fc.record({
    days: fc.tuple(dayText, dayText).map(days => days.sort()),
    suspended: fc.option(day, { nil: undefined }),
    withdrawn: fc.option(day, { nil: undefined }),
    wastes: fc.constantFrom<string[]>(['13'], ['1302', '16'], ['20']),
  })
  const events = fc.array(permit, { maxLength: 5 }).map(permits =>
    permits.flatMap(({ days: [validFrom = '', validTo = ''], suspended, withdrawn, wastes }, index) => {
      const around = (name: string) => ({ id: `${name}-${index}`, subject: `P-${index}` })
      return [
        permitGranted({ validFrom, validTo, wastes }, around('granted')),
        ...(suspended ? [permitSuspended(suspended.toISOString(), around('suspended'))] : []),
        ...(withdrawn ? [permitWithdrawn(withdrawn.toISOString(), around('withdrawn'))] : []),
      ]
    }),
  )
  const time = fc.integer({ min: -48, max: 65 * 24 }).map(hours => Date.UTC(2026, 0, 1, hours))
  fc.assert(
    fc.property(events, time, (events, timeMs) => {
      const permits = permitsAfter(events)
      const inGap = gapsIn(permits, transport).some(({ fromMs, beforeMs }) => fromMs <= timeMs && timeMs < beforeMs)
      expect(inGap).toBe(permitInForce(directoryOf(permits), [holder], transport, timeMs) === undefined)
    }),
    { numRuns: 300 },
  )
})
