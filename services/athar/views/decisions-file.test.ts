import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WriterLock } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import { expect, test } from 'vitest'
import { backUp } from '../backup/backup-data.ts'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { addDecision, decisionsMark, readDecisions } from './decisions-file.ts'

const who = { at: '2026-11-23T08:00:00.000Z', by: 'amina@ledger-1', reason: 'see ticket 12' }
const rebuild = { kind: 'rebuild', projections: ['alerts'] } as const
const skip = { kind: 'skip', projection: 'alerts', fold: 'custody', position: 7, key: 'movement/MV-1' } as const

test('decisions are numbered in the order in which they were taken, and read back as they were', async () => {
  const file = join(await temporaryFolder(), 'decisions')
  expect(readDecisions(file)).toEqual([])
  addDecision(file, rebuild, who)
  const mark = decisionsMark(file)
  addDecision(file, skip, who)
  expect(decisionsMark(file)).not.toBe(mark)
  expect(readDecisions(file)).toEqual([
    { number: 1, ...who, ...rebuild },
    { number: 2, ...who, ...skip },
  ])
})

test('of two that are taken at one moment the second is told to try again, and none is lost', async () => {
  const file = join(await temporaryFolder(), 'decisions')
  const other = WriterLock.take(`${file}-lock`)
  expect(() => addDecision(file, rebuild, who)).toThrow(
    expect.objectContaining({ exitCode: exitCodes.unavailable, message: expect.stringContaining('try again') }),
  )
  other.release()
  expect(addDecision(file, rebuild, who)).toMatchObject({ number: 1 })
})

test('a line that is no decision is named: views are not folded by half of what was decided', async () => {
  const file = join(await temporaryFolder(), 'decisions')
  addDecision(file, rebuild, who)
  await appendFile(file, '{"number":2}\n')
  expect(() => readDecisions(file)).toThrow(
    expect.objectContaining({ exitCode: exitCodes.dataDamaged, message: expect.stringContaining('line 2') }),
  )
})

test('a backup takes them along: nothing else can bring them back', async () => {
  const data = join(await temporaryFolder(), 'data')
  await recordSimulatedEvents(dataFiles(data).log, 10)
  addDecision(dataFiles(data).viewDecisions, skip, who)
  const to = join(data, '..', 'backup')
  await backUp(data, to, () => undefined)
  expect(readDecisions(dataFiles(to).viewDecisions)).toHaveLength(1)
})
