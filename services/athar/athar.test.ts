import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { exitCodes } from './exit-codes.ts'
import { makeProgram } from './program.ts'
import { settingNames } from './settings.ts'
import { runAthar, testMaxMs } from './testing/run-athar.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const commands = allCommands(await makeProgram())

describe('athar', { timeout: testMaxMs }, () => {
  test('an old Node is told what to do, in words it can read', async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.1.0'}})`
    const { exitCode, stderr } = await runAthar(['--version'], {}, ['--import', pretend])
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toContain('this is Node 20.1.0, and Athar needs Node 26 or newer')
    expect(stderr).toContain('npx athar')
  })

  test('its version is on stdout', async () => {
    expect(await runAthar(['--version'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })

  test('help is no failure; nothing to do is one', async () => {
    expect(await runAthar(['--help'])).toMatchObject({ exitCode: exitCodes.ok, stderr: '' })
    expect(await runAthar(['keys', 'create', '--help'])).toMatchObject({
      exitCode: exitCodes.ok,
      stdout: expect.stringContaining('Examples:'),
      stderr: '',
    })
    expect(await runAthar([])).toMatchObject({ exitCode: exitCodes.usage, stdout: '' })
    expect(await runAthar(['keys'])).toMatchObject({ exitCode: exitCodes.usage, stdout: '' })
  })

  test.each(commands.map(command => [command.words.join(' ')]))('%s --help teaches by example', async line => {
    const { exitCode, stdout } = await helped(line.split(' ').slice(1))
    expect(exitCode).toBe(exitCodes.ok)
    expect(stdout).toMatch(/Examples:\n {2}# .+\n {2}\$ .*athar /)
  })

  test.each(commands.filter(command => !command.isGroup).map(command => [command.words.join(' ')]))(
    '%s has an answer for scripts',
    line => {
      expect(commands.find(command => command.words.join(' ') === line)?.flags).toContain('--json')
    },
  )

  test.each([
    ['a mistyped command', ['kyes'], 'Did you mean keys?'],
    ['a mistyped flag', ['doctor', '--prot', '1'], 'Did you mean --port?'],
    ['a flag of another command', ['keys', 'list', '--port', '1'], `unknown option '--port'`],
    ['one word too many', ['doctor', 'now'], 'too many arguments'],
    ['a wrong value of a flag', ['settings', '--port', '80a'], '--port is "80a": it must be a whole number'],
  ])('%s is a wrong use', async (_, words, said) => {
    const { exitCode, stdout, stderr } = await runAthar(words)
    expect(exitCode).toBe(exitCodes.usage)
    expect(stdout).toBe('')
    expect(stderr).toContain(said)
  })

  test('a wrong variable is named with what is allowed', async () => {
    const { exitCode, stderr } = await runAthar(['settings'], { ATHAR_PORT: '80a' })
    expect(exitCode).toBe(exitCodes.usage)
    expect(stderr).toBe('athar: ATHAR_PORT is "80a": it must be a whole number from 0 to 65535\n')
  })

  test('a script that asked for JSON gets failures in JSON, on stderr', async () => {
    const { stdout, stderr } = await runAthar(['settings', '--json', '--port', '80a'])
    expect(stdout).toBe('')
    expect(JSON.parse(stderr)).toEqual({
      error: { exitCode: exitCodes.usage, message: expect.stringMatching(/^--port/) },
    })
  })

  test('settings are shown as they may be written', async () => {
    const { stdout } = await runAthar(['settings'], { ATHAR_VIEWS: 'off', ATHAR_QUEUE_BYTES_MAX: '32MiB' })
    const shown = [...stdout.matchAll(/^(ATHAR_\w+)=(.*) {2}\(/gm)].map(([, variable, value]) => [variable, value])
    expect(shown).toHaveLength(settingNames.length)
    expect(shown).toContainEqual(['ATHAR_VIEWS', 'off'])
    expect(shown).toContainEqual(['ATHAR_NATIONAL_LIST', 'none'])
    const again = await runAthar(['settings'], Object.fromEntries(shown))
    expect(again).toMatchObject({
      exitCode: exitCodes.ok,
      stdout: stdout.replaceAll(/\((?:default|variable)\)$/gm, '(variable)'),
    })
  })

  test('settings say their value and where it comes from', async () => {
    const { stdout } = await runAthar(['settings', '--json', '--port', '1'], { ATHAR_HOST: '::1', ATHAR_HOTS: 'x' })
    const { settings, unknownVariables } = JSON.parse(stdout)
    expect(settings).toContainEqual(expect.objectContaining({ name: 'port', value: 1, source: 'flag' }))
    expect(settings).toContainEqual(expect.objectContaining({ name: 'host', value: '::1', source: 'variable' }))
    expect(settings).toContainEqual(expect.objectContaining({ name: 'logLevel', value: 'info', source: 'default' }))
    expect(unknownVariables).toEqual(['ATHAR_HOTS'])
  })

  test('colours are for terminals, and for whoever forces them, but not against NO_COLOR', async () => {
    const colour = '\u001b['
    const words = ['doctor', '--port', '0', '--data', await temporaryFolder()]
    expect((await runAthar(words)).stdout).not.toContain(colour)
    expect((await runAthar(words, { FORCE_COLOR: '1' })).stdout).toContain(colour)
    expect((await runAthar(words, { NO_COLOR: '1' })).stdout).not.toContain(colour)
  })

  test('a reader that has seen enough is no failure', async () => {
    const line = `"${process.execPath}" "${join(import.meta.dirname, 'athar.js')}" settings | true; echo "\${PIPESTATUS[0]}"`
    const exit = await new Promise(settle =>
      // In the C locale, so that a shell without the one of this machine's user has nothing to warn of.
      execFile('bash', ['-c', line], { env: { ...process.env, LC_ALL: 'C' } }, (_, stdout, stderr) =>
        settle(stdout + stderr),
      ),
    )
    expect(exit).toBe('0\n')
  })
})

test.skipIf(!existsSync('/dev/full'))(
  'an answer that could not be written is a failure of the disk (needs /dev/full)',
  async () => {
    const line = `"${process.execPath}" "${join(import.meta.dirname, 'athar.js')}" settings > /dev/full; echo $?`
    expect(await shell(line)).toMatch(/ENOSPC.*\n74\n$/s)
  },
)

/** What `--help` of a command prints. Asked of the program itself: that help reaches stdout is seen in a process, once. */
async function helped(words: readonly string[]) {
  const program = await makeProgram()
  let stdout = ''
  for (const command of [program, ...descendantsOf(program)])
    command.configureOutput({
      writeOut: text => {
        stdout += text
      },
    })
  const ended: unknown = await program.parseAsync([...words, '--help'], { from: 'user' }).catch(thrown => thrown)
  return { exitCode: ended instanceof CommanderError ? ended.exitCode : undefined, stdout }
}

function descendantsOf(command: Command): readonly Command[] {
  return command.commands.flatMap(each => [each, ...descendantsOf(each)])
}

interface ListedCommand {
  readonly words: readonly string[]
  readonly flags: readonly string[]
  readonly isGroup: boolean
}

/** What a line in a shell prints, first on stderr. */
function shell(line: string): Promise<string> {
  return new Promise(settle => execFile('bash', ['-c', line], (_, stdout, stderr) => settle(stderr + stdout)))
}

/** Every command and group under the program, with the words that call it. */
function allCommands(
  parent: Awaited<ReturnType<typeof makeProgram>>,
  before: readonly string[] = ['athar'],
): readonly ListedCommand[] {
  return parent.commands.flatMap(command => {
    const words = [...before, command.name()]
    const flags = command.options.flatMap(option => option.long ?? [])
    return [{ words, flags, isGroup: command.commands.length > 0 }, ...allCommands(command, words)]
  })
}
