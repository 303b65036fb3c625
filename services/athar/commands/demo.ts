import { Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import type { DemoInvitation } from '../demo/run-demo.ts'
import { exitCodes } from '../exit-codes.ts'
import { interruption } from '../interruption.ts'
import type { Progress } from '../progress.ts'
import { wholeNumber } from '../whole-number.ts'

const dayMs = 24 * 3_600_000

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'demo',
    summary: 'a ledger with a made-up world living in it, to look at',
    description: [
      'Starts a ledger in a folder of its own and lets a simulated world live in it: the past month in a few seconds, then real',
      'time. It prints the address, a key for reading, and three lines to try. Ctrl-C (or SIGTERM) stops everything; a',
      'temporary folder goes with it. With --into the folder stays, and the next demo in it goes on with the same world.',
      'A folder with real data is refused.',
    ].join(' '),
    examples: [
      { line: 'athar demo', does: 'or npm run demo: on http://127.0.0.1:8080, in a temporary folder' },
      { line: 'athar demo --port 0 --into ./demo', does: 'on any free port, in a folder that stays' },
      { line: 'athar demo --json', does: 'first line on stdout: {"url":…,"key":…} once the past has been played' },
    ],
    settings: ['port', 'host'],
    options: [
      new Option('--into <folder>', 'a folder that stays: new, empty, or of an earlier demo'),
      new Option('--days <number>', 'how much past there is').default('30'),
      new Option('--movements-per-day <number>', 'how busy the world is').default('500'),
      new Option('--seed <number>', 'another seed, another world').default('1'),
    ],
    input: z.strictObject({
      into: z.string().min(1).max(4_096).optional(),
      days: wholeNumber(0, 3_650),
      movementsPerDay: wholeNumber(1, 100_000),
      seed: wholeNumber(0, 2 ** 32 - 1),
    }),
    run: async ({ settings, input: { into, days, movementsPerDay, seed }, output, nowMs, startProgress }) => {
      const { default: pino } = await import('pino')
      const { makeDemoFolder } = await import('../demo/demo-folder.ts')
      const { runDemo } = await import('../demo/run-demo.ts')
      const { summaryText } = await import('@athar/scripts/simulate/command.ts')
      const signal = interruption()
      const start = new Date(nowMs - days * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length)
      const folder = makeDemoFolder(into, { seed, start, movementsPerDay })
      let progress: Progress | undefined
      const summary = await runDemo(
        {
          listen: settings,
          folder,
          logger: pino({ level: 'warn' }, pino.destination(process.stderr.fd)),
          nowMs,
          listening: url => {
            output.note(`The ledger listens on ${url}. First the past ${days} days are played, then real time.`)
            progress = startProgress({ unit: 'events' })
          },
          advance: events => progress?.advance(events),
          invite: invitation => {
            progress?.end()
            progress = undefined
            output.answer(invitation, () => invitationText(invitation))
            output.note('Ctrl-C stops it.')
          },
          note: output.note,
        },
        signal,
      ).finally(() => progress?.end())
      output.note(`\n${summaryText(summary)}`)
      return exitCodes.ok
    },
  })

function invitationText({ url, dataFolder, key, story, head }: DemoInvitation): string {
  return [
    `The world has lived until now, ${head} events, data in ${dataFolder}. In another terminal:`,
    '',
    `  KEY=${key}`,
    `  ask() { curl -sS -H "Authorization: Bearer $KEY" "${url}$1"; echo; }`,
    '',
    `  ask '/v1/sites/${story.plant}/stock?minPosition=${head}'`,
    `  ask '/v1/movements/${story.movement}'`,
    `  ask '/v1/lots/${story.movement}/lineage?direction=downstream'`,
    `  ask '/v1/alerts?site=${story.plant}&limit=1'`,
    '',
    `The stock of a plant; a load that the factory ${story.factory} sent it; where that waste ended; and what is wrong`,
    'there. The world lives on, and this shows what is said, as it comes:',
    '',
    `  curl -sSN -H "Authorization: Bearer $KEY" -H 'Accept: text/event-stream' '${url}/v1/events?after=${head}'`,
    '',
  ].join('\n')
}
