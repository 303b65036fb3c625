import { copyFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { exitCodeOf } from '../failure.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { spoilPage } from '../testing/spoil-page.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkCopy } from './check-copy.ts'

describe('of a copy that is damaged', () => {
  let [source, copy] = ['', '']

  beforeEach(async () => {
    const folder = await temporaryFolder()
    source = join(folder, 'log.sqlite')
    copy = join(folder, 'copy.sqlite')
    await recordSimulatedEvents(source, 2_000)
  })

  function exitCodeOfCheck(): number {
    try {
      checkCopy(copy, source)
      return exitCodes.ok
    } catch (error) {
      return exitCodeOf(error)
    }
  }

  test('it is the disk that failed, when what was copied is whole', () => {
    copyFileSync(source, copy)
    expect(exitCodeOfCheck()).toBe(exitCodes.ok)
    spoilPage(copy, 0.5)
    expect(exitCodeOfCheck()).toBe(exitCodes.ioError)
    spoilPage(copy, 0)
    expect(exitCodeOfCheck()).toBe(exitCodes.ioError)
  })

  test('it is the data that is damaged, when what was copied is too', () => {
    spoilPage(source, 0.5)
    copyFileSync(source, copy)
    expect(exitCodeOfCheck()).toBe(exitCodes.dataDamaged)
    truncateSync(source, 100)
    expect(exitCodeOfCheck()).toBe(exitCodes.dataDamaged)
  })
})
