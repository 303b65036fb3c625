import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plant, producer } from '@athar/events/testing/cast.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { ToldRegisters } from '@athar/projections/registers/testing/told-registers.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runAthar, testMaxMs } from '../testing/run-athar.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const told = new ToldRegisters(
  ...['MV-1', 'MV-2', 'MV-3'].flatMap(subject => [
    declared({}, { subject }),
    pickedUp({}, { subject }),
    received({}, { subject }),
  ]),
)
const lines = told.lines(plant.site, 'incoming').map(line => JSON.stringify(line))
const lastHash = told.lines(plant.site, 'incoming').at(-1)?.hash

describe('athar check-register', { timeout: testMaxMs }, () => {
  let file: string

  beforeEach(async () => {
    file = join(await temporaryFolder(), 'register.ndjson')
  })

  async function check(exported: readonly string[]) {
    await writeFile(file, exported.map(line => `${line}\n`).join(''))
    return runAthar(['check-register', file])
  }

  test('says that a register is well, and its last hash', async () => {
    const { exitCode, stdout } = await check(lines)
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toBe(`well: the incoming register of ${plant.site}, numbers 1 to 3\nlast hash: ${lastHash}\n`)
  })

  test('of a page says that what stands before it was not there', async () => {
    const { exitCode, stdout } = await check(lines.slice(1))
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toContain('numbers 2 to 3; what stands before number 2 was not there to be checked')
  })

  test.each([
    ['a line that was changed', [lines[0], lines[1]?.replace('MV-2', 'MV-9'), lines[2]], 'at number 2: its hash is'],
    ['a line that was left out', [lines[0], lines[2]], 'at number 2: it is numbered 3'],
    [
      'a line of another register',
      [lines[0], JSON.stringify(told.lines(producer.site, 'outgoing')[1])],
      `at number 2: it is of the outgoing register of ${producer.site}`,
    ],
  ])('finds %s, and ends with 1', async (_, exported, found) => {
    const { exitCode, stdout } = await check(exported.map(String))
    expect(exitCode).toBe(exitCodes.checkFailed)
    expect(stdout).toContain(`broken: the incoming register of ${plant.site}, ${found}`)
  })

  test('says which line is none, be it one that says two things under one name', async () => {
    const forged = lines[1]?.replace('{', '{"movement":"MV-9",') ?? ''
    expect((await check([lines[0] ?? '', forged])).stderr).toContain('line 2: this is no line of a register')
    const { exitCode, stderr } = await check([lines[0] ?? '', '{"number":2}'])
    expect(exitCode).toBe(exitCodes.dataDamaged)
    expect(stderr).toContain('line 2: this is no line of a register')
    expect((await check([])).stderr).toContain('has no line')
  })
})
