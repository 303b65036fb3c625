import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInAlgiers } from './algiers-day.ts'
import { eventTypes, streamOf } from './catalogue.ts'
import { type RecordedHead, readRecorded, recordedPrefix, submittedEnvelope, timeError } from './envelope.ts'
import { families } from './event-type.ts'
import { instant, reference } from './fields.ts'
import { limits } from './limits.ts'
import { declared } from './testing/movement-events.ts'

const subject = fc.stringMatching(/^[A-Za-z0-9\-_.:]{1,64}$/)
const millisecond = fc.integer({ min: Date.parse(limits.timeMin), max: Date.parse('2100-01-01T00:00:00Z') })

const head: fc.Arbitrary<RecordedHead> = fc
  .record({
    stream: fc.tuple(fc.constantFrom(...families), subject).map(([family, one]) => streamOf(family, one)),
    revision: fc.nat(),
    version: fc.constantFrom(undefined, 1, 2, 9999),
    recordedAt: millisecond.map(at => new Date(at).toISOString()),
    recordedBy: fc.stringMatching(/^(authority|party|service):[A-Za-z0-9_-]{1,40}$/),
  })
  .map(({ version, ...rest }) => (version === undefined ? rest : { ...rest, version }))

describe('the stored bytes', () => {
  test('read back as the recorded event, with the submitted one unchanged', () => {
    fc.assert(
      fc.property(head, fc.nat(), fc.json(), (said, position, event) => {
        const { version, ...rest } = said
        const expected = { position, ...rest, event: JSON.parse(event) }
        expect(readRecorded(position, `${recordedPrefix(said)}${event}}`)).toEqual(
          version === undefined || version === 1 ? expected : { ...expected, version },
        )
      }),
    )
  })

  test('need no escaping: they are what a JSON writer makes of the same', () => {
    fc.assert(
      fc.property(head, said => {
        const { stream, revision, version, recordedAt, recordedBy } = said
        const written = JSON.stringify({
          stream,
          revision,
          ...(version !== undefined && version > 1 && { version }),
          recordedAt,
          recordedBy,
          event: 0,
        })
        expect(`${recordedPrefix(said)}0}`).toBe(written)
      }),
    )
  })

  test('have no line break, so that one event is one line', () => {
    fc.assert(
      fc.property(head, said => {
        expect(recordedPrefix(said)).not.toMatch(/[\r\n]/)
      }),
    )
  })
})

test('every subject that the envelope accepts is one that needs no escaping', () => {
  fc.assert(
    fc.property(fc.oneof(subject, fc.string()), text => {
      if (reference.safeParse(text).success) expect(JSON.stringify(text)).toBe(`"${text}"`)
    }),
  )
})

describe('the envelope', () => {
  const event = declared()

  test.each([
    ['attributes of distributed tracing', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
    ['the revision it was decided on', { expectedrevision: -1 }],
    ['the content type of its data', { datacontenttype: 'application/json' }],
    ['as much as it has room for', { id: 'i'.repeat(64), traceparent: 't'.repeat(100), tracestate: 't'.repeat(512) }],
  ])('takes %s', (_, attributes) => {
    expect(submittedEnvelope.safeParse({ ...event, ...attributes }).success).toBe(true)
  })

  test.each([
    ['an unknown attribute', { partitionkey: 'x' }],
    ['another version of CloudEvents', { specversion: '0.3' }],
    ['a subject with a space', { subject: 'MV 1' }],
    ['a subject with a line break at its end', { subject: 'MV-1\n' }],
    ['an empty id', { id: '' }],
    ['an id of 65 characters', { id: 'i'.repeat(65) }],
    ['a state of tracing of 513 characters', { tracestate: 't'.repeat(513) }],
    ['a trace of 101 characters', { traceparent: 't'.repeat(101) }],
    ['a schema of 201 characters', { dataschema: 's'.repeat(201) }],
    ['a source with a quote and a space', { source: '/a" b' }],
    ['a revision before the first', { expectedrevision: -2 }],
    ['data of another content type', { datacontenttype: 'application/xml' }],
  ])('refuses %s', (_, attributes) => {
    expect(submittedEnvelope.safeParse({ ...event, ...attributes }).success).toBe(false)
  })
})

describe('a time', () => {
  test.each([
    '2026-11-22T07:41:00+01:00',
    '2026-11-22T07:41:00Z',
    '2026-11-22T07:41:00.123456789-23:59',
    '2028-02-29T23:59:59.9Z',
  ])('is written like %s', text => {
    expect(instant.safeParse(text).success).toBe(true)
  })

  test.each([
    ['no offset', '2026-11-22T07:41:00'],
    ['no seconds', '2026-11-22T07:41Z'],
    ['a day that is not', '2027-02-29T00:00:00Z'],
    ['hour 24', '2026-11-22T24:00:00Z'],
    ['a leap second', '2026-12-31T23:59:60Z'],
    ['a space', '2026-11-22 07:41:00Z'],
    ['a line break at its end', '2026-11-22T07:41:00Z\n'],
    ['more decimals than any clock has', `2026-11-22T07:41:00.${'1'.repeat(1000)}Z`],
  ])('does not have %s', (_, text) => {
    expect(instant.safeParse(text).success).toBe(false)
  })

  test('that is accepted is an instant, on a day in Algeria', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
    const text = fc
      .tuple(
        fc.constantFrom('2026', '2000', '0000', '9999'),
        ...Array.from({ length: 5 }, () => digits(2)),
        fc.constantFrom('', '.5', '.123456789'),
        fc.constantFrom('Z', '+01:00', '-23:59', '+23:59', '+24:00', '+0100', '-00:00'),
      )
      .map(
        ([year, month, day, hour, minute, second, fraction, offset]) =>
          `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${offset}`,
      )
    const likely = fc
      .tuple(millisecond, fc.constantFrom('Z', '+01:00', '-23:59', '+23:59'))
      .map(([at, offset]) => new Date(at).toISOString().slice(0, -1) + offset)
    fc.assert(
      fc.property(fc.oneof(text, likely), at => {
        if (!instant.safeParse(at).success) return
        expect(Date.parse(at)).not.toBeNaN()
        expect(dayInAlgiers(at)).toMatch(/^[+-]?\d{4,6}-\d\d-\d\d$/)
      }),
      { numRuns: 500 },
    )
  })

  const nowMs = Date.parse('2026-11-22T12:00:00Z')

  test('may be five minutes ahead of the ledger’s clock, and no more', () => {
    expect(timeError('2026-11-22T13:05:00+01:00', nowMs)).toBeUndefined()
    expect(timeError('2026-11-22T13:05:00.001+01:00', nowMs)).toMatchObject({
      pointer: '/time',
      code: 'in-the-future',
      values: { limit: '2026-11-22T12:05:00.000Z' },
    })
  })

  test('is not before the first environment law', () => {
    expect(timeError('1983-02-05T00:00:00Z', nowMs)).toBeUndefined()
    expect(timeError('1983-02-04T23:59:59Z', nowMs)).toMatchObject({ pointer: '/time', code: 'too-long-ago' })
  })
})

test('the names of event types need no escaping either', () => {
  for (const name of Object.keys(eventTypes)) expect(name).toMatch(/^waste\.[a-z-]+\.[a-z-]+$/)
})
