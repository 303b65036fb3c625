import { describe, expect, test } from 'vitest'
import { oil, otherPlant, secondCarrier } from '../testing/cast.ts'
import { permitGranted } from '../testing/directory-events.ts'
import { clock } from '../testing/events.ts'
import { given, type Outcome } from '../testing/given.ts'
import { cancelled, corrected, declared, pickedUp, received } from '../testing/movement-events.ts'
import { type WarningCode, warning } from '../warnings.ts'

/** A warning that nobody has seen is not known to work: each has its line, and the compiler asks for that of a new one. */
const occurrences: Readonly<Record<WarningCode, () => Outcome>> = {
  'declaration-missing': () => given().when(pickedUp()),
  'pickup-missing': () => given(declared()).when(received()),
  'after-cancellation': () => given(declared(), cancelled()).when(pickedUp()),
  'unexpected-site': () => given(declared()).when(received({ site: otherPlant.site })),
  'unexpected-carrier': () => given(declared({ carriers: [secondCarrier] })).when(pickedUp()),
  'recorded-late': () => given().when(declared(), { now: '2026-12-01T00:00:00Z' }),
  'code-differs': () => given(declared()).when(received({ waste: oil })),
  'time-order': () => given(pickedUp()).when(received({}, { time: clock('08:30') })),
  'code-unknown': () => given().when(declared({ waste: { code: '999999' } })),
  'certificate-missing': () => given().when(declared({ waste: oil })),
  'permit-missing': () => given(declared({ waste: oil })).when(pickedUp()),
  'permit-expired': () => given(declared({ waste: oil }), permitGranted({ validTo: '2026-01-02' })).when(pickedUp()),
  'weight-differs': () => given(declared({ kg: 2000 })).when(received()),
}

describe('every warning', () => {
  test.each(Object.entries(occurrences))('occurs: %s', (code, occur) => {
    const { decision } = occur()
    const codes = 'refused' in decision ? [] : decision.warnings.map(noticed => noticed.code)
    expect(codes).toContain(code)
  })
})

test('an event is late from the first millisecond after 48 hours, wherever it happened', () => {
  given()
    .when(declared({}, { time: '2026-11-22T08:00:00+01:00' }), { now: '2026-11-24T07:00:00.000Z' })
    .thenRecorded()
  given()
    .when(declared({}, { time: '2026-11-22T08:00:00+01:00' }), { now: '2026-11-24T07:00:00.001Z' })
    .thenRecorded(warning('recorded-late', { hours: 48, limit: 48 }))
})

describe('a correction', () => {
  test('is noticed like what it says in the place of its original', () => {
    given(declared(), pickedUp(), received())
      .when(corrected(received(), { netKg: 900, acceptedKg: 900 }))
      .thenRecorded(warning('weight-differs', { received: 900, takenOver: 1000, percent: 2, kg: 20 }))
  })

  test('that mends what was noticed is not flagged', () => {
    const short = received({ netKg: 900, acceptedKg: 900 })
    given(declared(), pickedUp(), short)
      .when(corrected(short, { netKg: 1000, acceptedKg: 1000 }))
      .thenRecorded()
  })

  test('is not judged while its original is missing', () => {
    given().when(corrected(received(), {})).thenRecorded()
  })
})
