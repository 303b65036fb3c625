import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings, unknownVariables } from './read-settings.ts'
import { settingNames, settingsTable } from './settings.ts'

describe('a setting', () => {
  test('comes from the flag, then from the variable, then from the default', () => {
    expect(readSettings(['port'], { port: '1' }, { ATHAR_PORT: '2' })).toEqual({ port: 1 })
    expect(readSettings(['port'], {}, { ATHAR_PORT: '2' })).toEqual({ port: 2 })
    expect(readSettings(['port'], {}, {})).toEqual({ port: 8080 })
  })

  test('whose variable is set to nothing takes its default', () => {
    expect(readSettings(['host'], {}, { ATHAR_HOST: '' })).toEqual({ host: '127.0.0.1' })
  })

  test('that a command does not use cannot stop it', () => {
    expect(readSettings(['host'], {}, { ATHAR_PORT: 'wrong' })).toEqual({ host: '127.0.0.1' })
  })

  test.each(settingNames)('%s has a default that is allowed', name => {
    expect(() => readSettings([name], {}, {})).not.toThrow()
  })

  test.each([
    ['port', '65536'],
    ['port', '-1'],
    ['port', '80.5'],
    ['port', '1e3'],
    ['host', 'a b'],
    ['data', 'a\0b'],
    ['logLevel', 'loud'],
    ['queueEventsMax', '9999'],
    ['queueBytesMax', '1MiB'],
    ['queueBytesMax', '64MB'],
    ['queueBytesMax', '17GiB'],
  ] as const)('%s may not be %j', (name, written) => {
    const { variable, allowed } = settingsTable[name]
    expect(() => readSettings([name], {}, { [variable]: written })).toThrow(
      `${variable} is ${JSON.stringify(written)}: it must be ${allowed}`,
    )
  })

  test('in bytes may be written with its unit', () => {
    expect(readSettings(['queueBytesMax'], { queueBytesMax: '8MiB' }, {})).toEqual({ queueBytesMax: 8_388_608 })
    expect(readSettings(['queueBytesMax'], { queueBytesMax: '1GiB' }, {})).toEqual({ queueBytesMax: 1_073_741_824 })
    expect(readSettings(['queueBytesMax'], { queueBytesMax: '8388608' }, {})).toEqual({ queueBytesMax: 8_388_608 })
  })

  test('that is wrong is reported with all others that are wrong', () => {
    const read = () => readSettings(['port', 'logLevel'], { port: 'x' }, { ATHAR_LOG_LEVEL: 'y' })
    expect(read).toThrow(/^--port is "x": .*\nATHAR_LOG_LEVEL is "y": /)
  })

  test.each(settingNames)('%s is in the README, with its default', name => {
    const { variable, flag, default: byDefault } = settingsTable[name]
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
    const row = readme.split('\n').find(line => line.includes(`\`${variable}\``))
    expect(row).toContain(`\`${flag}\``)
    expect(row).toContain(`\`${byDefault}\``)
  })
})

test('a mistyped variable is found, a foreign one is not ours', () => {
  expect(unknownVariables({ ATHAR_PROT: '1', ATHAR_PORT: '1', PATH: '/bin' })).toEqual(['ATHAR_PROT'])
})
