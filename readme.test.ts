import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { exitCodes } from '@athar/athar/exit-codes.ts'
import { settingNames, settingsTable } from '@athar/athar/settings.ts'
import { problemTypes } from '@athar/events/problems.ts'
import { problemSchema } from '@athar/http/openapi/problem-schema.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = import.meta.dirname
const run = promisify(execFile)
const readme = await readFile(join(root, 'README.md'), 'utf8')

describe('the first steps of the README', () => {
  let answers: readonly unknown[]

  beforeAll(async () => {
    const data = await mkdtemp(join(tmpdir(), 'athar-readme-'))
    const ledger = await startLedger(data)
    try {
      const { stdout } = await run('bash', ['-euc', shellLines(readme)], {
        cwd: root,
        env: { ...environment(), ATHAR_DATA: data, ATHAR_URL: ledger.url },
        timeout: 60_000,
      })
      answers = stdout
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line))
    } finally {
      await ledger.stop()
      await rm(data, { recursive: true })
    }
  }, 90_000)

  test('record a declaration, a pick-up and a receipt', () => {
    expect(answers.slice(0, 3)).toEqual(
      [1, 2, 3].map(position => expect.objectContaining({ outcome: 'recorded', position, revision: position - 1 })),
    )
  })

  test('get a warning for what is missing, and for nothing else', () => {
    const warnings = z.array(z.object({ warnings: z.array(z.object({ code: z.string() })) })).parse(answers.slice(0, 3))
    expect(warnings.map(each => each.warnings.map(({ code }) => code))).toEqual([[], [], ['weight-differs']])
  })

  test('show the recorded events', () => {
    const shown = z.object({ items: z.array(z.object({ event: z.object({ type: z.string() }) })) }).parse(answers[3])
    expect(shown.items.map(({ event }) => event.type)).toEqual([
      'waste.movement.declared',
      'waste.movement.picked-up',
      'waste.movement.received',
    ])
  })
})

describe('the README', () => {
  test.each(settingNames)('has the setting %s as it is', name => {
    const { variable, flag, default: byDefault } = settingsTable[name]
    const row = readme.split('\n').find(line => line.startsWith(`| \`${variable}\``))
    expect(row).toContain(`| \`${flag}\``)
    expect(row).toContain(`| \`${byDefault}\``)
  })

  test('lists every exit code', () => {
    const line = readme.slice(readme.indexOf('**Exit codes**')).replaceAll(/\s+/g, ' ')
    for (const code of Object.values(exitCodes)) expect(line).toMatch(new RegExp(`[:·] ${code} `))
  })

  test('has a proxy say as the ledger would that it is away', () => {
    const [, said = ''] = /return 503 '(.*)';/.exec(readme) ?? []
    expect(problemSchema.parse(JSON.parse(said))).toMatchObject({
      type: '/problems/ledger-unavailable',
      title: problemTypes['ledger-unavailable'].title.en,
      status: problemTypes['ledger-unavailable'].status,
    })
  })

  test('names commands that are there', async () => {
    const named = new Set([...readme.matchAll(/npx\s+athar\s+([a-z]+)/g)].map(([, command]) => command))
    const { stdout } = await run('npx', ['athar', '--help'], { cwd: root, env: environment() })
    const known = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, command]) => command)
    expect(known).toEqual(expect.arrayContaining([...named]))
  })

  test('names scripts and files that are there', async () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
    for (const [, script = ''] of readme.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(script)
    for (const [, path = ''] of readme.matchAll(/\]\(([^)]+)\)/g)) await readFile(join(root, path))
  })
})

/** The shell lines, as a reader pastes them: one block after the other. */
function shellLines(markdown: string): string {
  return [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines]) => lines).join('\n')
}

/** That of a reader in a fresh terminal: no settings, and the Node of the house first. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ATHAR_'))
  return {
    ...Object.fromEntries(inherited),
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  }
}

async function startLedger(data: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const ledger = spawn('athar', ['serve', '--json', '--port', '0', '--data', data, '--log-level', 'warn'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(settle => ledger.once('exit', settle))
  for await (const line of createInterface(ledger.stdout)) {
    const { url } = z.object({ url: z.url() }).parse(JSON.parse(line))
    return {
      url,
      stop: async () => {
        ledger.kill('SIGTERM')
        expect(await ended).toBe(exitCodes.ok)
      },
    }
  }
  throw new Error(`the ledger ended with ${await ended} before it listened`)
}
