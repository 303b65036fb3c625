import { describe, expect, test } from 'vitest'
import type { Speaker } from '../decision.ts'
import type { SubmittedEvent } from '../envelope.ts'
import { authority, carrier, otherPlant, party, plant, producer, secondCarrier, service } from '../testing/cast.ts'
import { registeredSites } from '../testing/directory-events.ts'
import { given as givenOf } from '../testing/given.ts'
import {
  approved,
  cancelled,
  corrected,
  declared,
  declined,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
} from '../testing/movement-events.ts'

/** Every test of this file has the sites of the cast in its directory. */
function given(...history: readonly SubmittedEvent[]) {
  return givenOf(...registeredSites, ...history)
}

const correction = corrected(pickedUp(), { kg: 990 })
const everyone: readonly (readonly [string, Speaker])[] = [
  ['producer', party(producer.organisation)],
  ['plant', party(plant.organisation)],
  ['other plant', party(otherPlant.organisation)],
  ['carrier', party(carrier)],
  ['second carrier', party(secondCarrier)],
]

describe.each([
  ['a declaration', 'producer', declared(), 'site:S-PRODUCER'],
  ['a pick-up', 'carrier', pickedUp(), 'carrier:C-FIRST'],
  ['a hand-over', 'carrier', handedOver(), 'carrier:C-FIRST'],
  ['a receipt', 'plant', received(), 'site:S-PLANT'],
  ['a correction of a pick-up', 'carrier', correction, 'the party whose event it corrects'],
  ['an approval by the plant', 'plant', approved(correction, { site: plant.site }), 'site:S-PLANT'],
  [
    'a refusal by the second carrier',
    'second carrier',
    declined(correction, { carrier: 'C-SECOND' }),
    'carrier:C-SECOND',
  ],
] as const)('%s', (_, rightful, event, spokenFor) => {
  const history = event.type === 'waste.movement.corrected' ? [declared(), pickedUp()] : []

  test.each(everyone)(`is said by the ${rightful} alone: by the %s?`, (name, speaker) => {
    const outcome = given(...history).when(event, { speaker })
    if (name === rightful) outcome.thenRecordedFlaggedOrNot()
    else outcome.thenRefused('not-your-party', { party: spokenFor })
  })

  test('may come through a service', () => {
    given(...history)
      .when(event, { speaker: service })
      .thenRecordedFlaggedOrNot()
  })

  test('is not the authority’s to say', () => {
    given(...history)
      .when(event, { speaker: authority })
      .thenRefused('role-may-not', { role: 'authority', allowed: 'party, service' })
  })
})

describe('a cancellation', () => {
  test.each(everyone)('comes from the holder of the site it was declared from: from the %s?', (name, speaker) => {
    const outcome = given(declared(), pickedUp()).when(cancelled(), { speaker })
    if (name === 'producer') outcome.thenRecorded()
    else
      outcome.thenRefused('not-your-party', {
        party: 'the site of origin that the recorded events of the movement name',
      })
  })

  test('comes from the holder of the site the pick-up names when nobody declared', () => {
    given(pickedUp({ fromSite: producer.site }))
      .when(cancelled(), { speaker: party(producer.organisation) })
      .thenRecorded()
  })

  test('comes from nobody but a service while it is unknown whose movement it is', () => {
    given()
      .when(cancelled(), { speaker: party(producer.organisation) })
      .thenRefused('not-your-party')
    given().when(cancelled(), { speaker: service }).thenRecorded()
  })
})

describe.each([
  ['a redirection', redirected()],
  ['an incident', incident()],
])('%s', (_, event) => {
  test.each(everyone)('comes from any party of the movement: from the %s?', (name, speaker) => {
    const outcome = given(declared(), pickedUp()).when(event, { speaker })
    if (name === 'producer' || name === 'plant' || name === 'carrier') outcome.thenRecorded()
    else outcome.thenRefused('not-your-party')
  })

  test.each([
    ['a carrier that the declaration names', declared({ carriers: [carrier, secondCarrier] }), secondCarrier],
    ['the carrier a load was handed over to', handedOver(), secondCarrier],
    ['the site a redirection leads to', redirected({ fromSite: 'S-X' }, { id: 'other' }), otherPlant.organisation],
    ['the site that has received', received(), plant.organisation],
  ])('comes from %s', (_, known, organisation) => {
    given(known)
      .when(event, { speaker: party(organisation) })
      .thenRecordedFlaggedOrNot()
  })
})

describe('a redirection of a movement of which no party is known', () => {
  test.each([
    ['nothing is recorded', []],
    ['only an incident is recorded', [incident()]],
  ])('comes from one of the sites it names: %s', (_, history) => {
    given(...history)
      .when(redirected(), { speaker: party(otherPlant.organisation) })
      .thenRecorded('declaration-missing')
    given(...history)
      .when(redirected(), { speaker: party(producer.organisation) })
      .thenRefused('not-your-party', { party: 'site:S-PLANT, site:S-OTHER' })
  })
})

describe('a key', () => {
  test('speaks for each of its organisations', () => {
    const both = party(plant.organisation, otherPlant.organisation)
    given(declared(), pickedUp()).when(received(), { speaker: both }).thenRecorded()
  })

  test('does not speak for a site that nobody registered', () => {
    givenOf()
      .when(declared(), { speaker: party(producer.organisation) })
      .thenRefused('not-your-party')
  })

  test('of no organisation speaks for nobody', () => {
    given().when(pickedUp(), { speaker: party() }).thenRefused('not-your-party', { party: 'carrier:C-FIRST' })
  })
})

test('a refusal names no party that the event does not name: whoever guesses a movement learns nothing of it', () => {
  const history = [declared(), pickedUp(), received()]
  const stranger = { speaker: party('C-STRANGER') }
  const parties = /S-PRODUCER|S-PLANT|C-FIRST/
  for (const event of [
    incident(),
    cancelled(),
    redirected({ fromSite: 'S-X', toSite: 'S-Y' }),
    corrected(received(), {}),
    corrected(received(), { site: 'S-X' }),
  ])
    given(...history)
      .when(event, stranger)
      .thenRefused('not-your-party', { party: expect.not.stringMatching(parties) })
})

describe('what is recorded of a movement', () => {
  const said = [declared(), pickedUp(), received(), corrected(received(), { netKg: 990, acceptedKg: 990 })]
  const stranger = { speaker: party('C-STRANGER') }
  const again = { id: 'again' }

  test('is told to its parties before whose it is to say: the sender learns which event to correct', () => {
    given(declared(), pickedUp())
      .when(declared({}, again), { speaker: party(carrier) })
      .thenRefused('already-recorded', { by: 'declared' })
  })

  test.each([
    ['a declaration', declared({}, again)],
    ['a pick-up', pickedUp({}, again)],
    ['a hand-over', handedOver({}, again)],
    ['a receipt', received({}, again)],
    ['a receipt at another gate', received({ site: 'S-OTHER' }, again)],
    ['a redirection', redirected({}, again)],
    ['a cancellation', cancelled({}, again)],
    ['an incident', incident({}, again)],
    ['a correction of what is there', corrected(received(), {}, again)],
    ['a correction of a correction', corrected({ ...received(), id: 'corrected' }, {}, again)],
    ['a correction to what no event could say', corrected(received(), { site: undefined }, again)],
    ['an approval', approved({ id: 'corrected' }, { site: plant.site }, again)],
    ['a refusal', declined({ id: 'none' }, { carrier }, again)],
  ])('is not told to who has no part in it: %s is refused as if there were nothing', (_, event) => {
    const knowing = given(...said).when(event, stranger).decision
    expect(knowing).toHaveProperty('refused')
    expect(knowing).toEqual(given().when(event, stranger).decision)
  })
})
