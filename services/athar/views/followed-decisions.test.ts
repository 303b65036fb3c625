import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { addDecision } from './decisions-file.ts'
import { FollowedDecisions } from './followed-decisions.ts'

const rebuild = { kind: 'rebuild', projections: ['alerts'] } as const
const somebody = { at: '2026-11-22T06:41:00Z', by: 'test', reason: 'to see' }

async function decisionsFile(): Promise<string> {
  return join(await temporaryFolder(), 'view-decisions.ndjson')
}

test('what is decided while nobody has decided before is to be followed', async () => {
  const file = await decisionsFile()
  const decisions = new FollowedDecisions(file)
  expect(decisions.read()).toEqual([])
  decisions.follow()
  expect(decisions.areFollowed).toBe(true)
  addDecision(file, rebuild, somebody)
  expect(decisions.areFollowed).toBe(false)
})

test('what was read and could not be followed is still to be followed', async () => {
  const file = await decisionsFile()
  const decisions = new FollowedDecisions(file)
  decisions.read()
  decisions.follow()
  addDecision(file, rebuild, somebody)
  expect(decisions.read()).toHaveLength(1)
  expect(decisions.areFollowed).toBe(false)
  decisions.follow()
  expect(decisions.areFollowed).toBe(true)
})

test('a file that is damaged is a trouble for as long as it is damaged', async () => {
  const file = await decisionsFile()
  const decisions = new FollowedDecisions(file)
  decisions.read()
  decisions.follow()
  writeFileSync(file, 'not a decision\n')
  for (const _ of ['once', 'and again']) {
    expect(decisions.areFollowed).toBe(false)
    expect(() => decisions.read()).toThrow(/line 1 of .* is not a decision/)
  }
})
