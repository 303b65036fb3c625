import { describe, test } from 'vitest'
import { wilayas } from '../codes/wilayas.ts'
import { authority, party, plant, service } from '../testing/cast.ts'
import { permitGranted, permitSuspended, permitWithdrawn, siteRegistered } from '../testing/directory-events.ts'
import { clock, submitted } from '../testing/events.ts'
import { given } from '../testing/given.ts'

const organisationRegistered = submitted(
  'waste.organisation.registered',
  { name: 'Transports Mitidja SARL', roles: ['carrier'] },
  { id: 'organisation', subject: 'C-FIRST', time: clock('07:00') },
)
const ofEachType = [
  organisationRegistered,
  siteRegistered('S-NEW'),
  permitGranted(),
  permitSuspended(clock('09:00')),
  permitWithdrawn(clock('09:00')),
]

describe('the directory', () => {
  test.each(ofEachType)('is the authority’s to keep: $type', event => {
    given().when(event, { speaker: authority }).thenRecorded()
    given().when(event, { speaker: service }).thenRecorded()
    given()
      .when(event, { speaker: party(plant.organisation, 'S-NEW', 'C-FIRST') })
      .thenRefused('role-may-not', { role: 'party', allowed: 'authority, service' })
  })

  test('tells a party nothing of what is recorded, not even that it is', () => {
    given(permitGranted())
      .when(permitGranted({}, { id: 'again' }), { speaker: party('C-FIRST') })
      .thenRefused('role-may-not')
    given(permitWithdrawn(clock('09:00')))
      .when(permitWithdrawn(clock('09:00'), { id: 'again' }), { speaker: party('C-FIRST') })
      .thenRefused('role-may-not')
  })
})

describe('a permit', () => {
  test('is granted once', () => {
    given(permitGranted())
      .when(permitGranted({}, { id: 'again' }))
      .thenRefused('already-recorded', { stream: 'permit P-1', slot: 'grant', by: 'granted' })
  })

  test('is withdrawn once', () => {
    given(permitWithdrawn(clock('09:00')))
      .when(permitWithdrawn(clock('09:00'), { id: 'again' }))
      .thenRefused('already-recorded', { slot: 'withdrawal', by: 'withdrawn' })
  })

  test('may be suspended any number of times', () => {
    given(permitGranted(), permitSuspended(clock('09:00')))
      .when(permitSuspended(clock('10:00'), { id: 'again' }))
      .thenRecorded()
  })

  test('may be withdrawn before its grant arrives', () => {
    given(permitWithdrawn(clock('09:00')))
      .when(permitGranted())
      .thenRecorded()
  })

  test('does not end before it begins; it may be for one day', () => {
    given()
      .when(permitGranted({ validFrom: '2026-06-02', validTo: '2026-06-01' }))
      .thenInvalid('/data/validTo', 'period-reversed', { other: 'validFrom' })
    given()
      .when(permitGranted({ validFrom: '2026-06-01', validTo: '2026-06-01' }))
      .thenRecorded()
  })

  test('names each waste once', () => {
    given()
      .when(permitGranted({ wastes: ['13', '16', '13'] }))
      .thenInvalid('/data/wastes/2', 'repeated', { value: '13' })
  })

  test('is held by an organisation or by a site, not by both', () => {
    given()
      .when(permitGranted({ holder: { organisation: 'O', site: 'S' } }))
      .thenInvalid('/data/holder', 'wrong-format')
  })
})

describe('whoever is registered', () => {
  test.each([organisationRegistered, siteRegistered('S-NEW')])('may be registered anew: $type', event => {
    given(event)
      .when({ ...event, id: 'anew' })
      .thenRecorded()
  })
})

describe('a site lies in a wilaya that exists on the day of the event, in Algeria', () => {
  function inWilaya59(time: string) {
    return given().when(siteRegistered('S-AFLOU', { wilaya: '59' }, { time }), { now: time })
  }

  test.each(['2027-01-01T00:00:00+01:00', '2026-12-31T23:10:00Z'])('59 exists at %s', time => {
    inWilaya59(time).thenRecorded()
  })

  test.each(['2026-12-31T23:59:59+01:00', '2026-12-31T22:59:59Z', '2027-01-01T00:30:00+02:00'])(
    '59 does not exist yet at %s, and the refusal names the day of the 31st',
    time => {
      inWilaya59(time).thenInvalid('/data/wilaya', 'not-valid-then', { code: '59', day: '2026-12-31', list: 'wilayas' })
    },
  )

  test('a number that no wilaya ever had breaks the schema', () => {
    given()
      .when(siteRegistered('S-NEW', { wilaya: '70' }))
      .thenInvalid('/data/wilaya', 'not-one-of', { allowed: wilayas.entries.map(({ code }) => code).join(', ') })
  })
})
