import { describe, expect, test } from 'vitest'
import { CodeLists } from './codes/code-lists.ts'
import type { Speaker } from './decision.ts'
import { FoldedDirectory } from './directory/directory.ts'
import { phrase } from './phrases.ts'
import { holds, mustBeAuthority, mustHoldOneOf, type Party } from './speaking.ts'
import { authority, party, plant, service } from './testing/cast.ts'
import { siteRegistered } from './testing/directory-events.ts'

const directory = new FoldedDirectory()
directory.evolve(siteRegistered(plant.site))

function by(speaker: Speaker) {
  return { speaker, directory, codes: new CodeLists(), nowMs: 0 }
}

describe('a key holds', () => {
  test.each([
    ['the carrier that it is a key of', party('C-FIRST'), 'carrier:C-FIRST', true],
    ['no other carrier', party('C-SECOND'), 'carrier:C-FIRST', false],
    ['the site of its organisation', party(plant.organisation), `site:${plant.site}`, true],
    ['no site of another', party('C-FIRST'), `site:${plant.site}`, false],
    ['no site that nobody registered', party('S-NEW'), 'site:S-NEW', false],
    ['no carrier because it holds a site of that name', party('S-PLANT'), 'carrier:S-PLANT-2', false],
    ['everything, when it is a service’s', service, 'site:S-NEW', true],
    ['nothing, when it is the authority’s', authority, `site:${plant.site}`, false],
  ] as const)('%s', (_, speaker, one: Party, expected) => {
    expect(holds(one, by(speaker))).toBe(expected)
  })
})

test('whoever is asked for one of several parties needs one', () => {
  const asked = ['carrier:C-FIRST', `site:${plant.site}`] as const
  expect(mustHoldOneOf(asked, by(party(plant.organisation)))).toBeUndefined()
  expect(mustHoldOneOf(asked, by(party('O-OTHER')))).toMatchObject({
    code: 'not-your-party',
    values: { party: 'carrier:C-FIRST, site:S-PLANT' },
  })
})

test('when no party can be named, the refusal says whose key it would take', () => {
  expect(mustHoldOneOf([], by(party('C-FIRST')))).toMatchObject({
    values: { party: phrase('party-not-known-yet') },
  })
})

test('what is the authority’s to say, a party may not', () => {
  expect(mustBeAuthority(by(party('C-FIRST')))).toMatchObject({ code: 'role-may-not' })
  expect(mustBeAuthority(by(authority))).toBeUndefined()
  expect(mustBeAuthority(by(service))).toBeUndefined()
})
