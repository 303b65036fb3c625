import type { Destination, SimulationSummary } from '@athar/scripts/simulate/command.ts'
import { Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { interruption } from '../interruption.ts'
import { readKeyFile } from '../key-file.ts'
import { findSetting } from '../read-settings.ts'
import { wholeNumber } from '../whole-number.ts'

const speedWords = 'must be a number above 0, or max'

const speed = z
  .string()
  .regex(/^(?:max|\d{1,9}(?:\.\d{1,3})?)$/, speedWords)
  .transform(written => (written === 'max' ? Number.POSITIVE_INFINITY : Number(written)))
  .refine(factor => factor > 0, speedWords)

const input = z.strictObject({
  seed: wholeNumber(0, 2 ** 32 - 1),
  start: z.string().max(40),
  days: wholeNumber(1, 36_500).optional(),
  movements: wholeNumber(1, 1_000_000_000).optional(),
  events: wholeNumber(1, 1_000_000_000).optional(),
  movementsPerDay: wholeNumber(1, 10_000_000).optional(),
  producers: wholeNumber(4, 99_999).optional(),
  carriers: wholeNumber(5, 99_999).optional(),
  plants: wholeNumber(8, 9_999).optional(),
  out: z.string().min(1).max(4_096).optional(),
  batch: wholeNumber(1, 10_000),
  speed: speed.optional(),
})

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'simulate',
    summary: 'a made-up world that lives through its days and sends events',
    description: [
      'Casts producers, carriers and plants over the wilayas and lets them live: declarations, pick-ups, receipts, refusals,',
      'corrections, treatments; trucks without network whose events come late, retries, mistakes. The same seed and options',
      'give the same events, byte for byte. They go to a file, to stdout, or to a running ledger, which must know the key as',
      'one of role service, since the world speaks for everybody. It ends at what comes first of --days, --movements and',
      '--events; at a ledger it also ends at the present, unless it has a --speed: then it lives on in real time.',
      'Never send it to a ledger that holds real events.',
    ].join(' '),
    examples: [
      { line: 'athar simulate --events 10000 --out events.ndjson', does: 'a file to try things with' },
      { line: 'athar simulate --days 1 --out - | head -3', does: 'what events look like' },
      {
        line: 'athar simulate --url http://127.0.0.1:8080 --key-file service.key --start 2026-11-01 --speed max',
        does: 'the past since then as fast as the ledger takes it, then live',
      },
    ],
    settings: ['url', 'keyFile'],
    options: [
      new Option('--seed <number>', 'another seed, another world').default('1'),
      new Option('--start <day>', 'when life begins').default('2026-01-01'),
      new Option('--days <number>', 'end so many days after the start'),
      new Option('--movements <number>', 'end when so many movements have begun and come to rest'),
      new Option('--events <number>', 'end after so many events'),
      new Option('--movements-per-day <number>', 'how busy the world is: 2000, some 8000 events'),
      new Option('--producers <number>', 'sites that make waste: 600'),
      new Option('--carriers <number>', 'organisations that carry it: 150'),
      new Option('--plants <number>', 'sites that receive it: 64'),
      new Option('--out <file>', 'write events to a file, made anew; - is stdout'),
      new Option('--batch <number>', 'events in a request').default('1000'),
      new Option('--speed <factor>', 'play the past so many times faster (or max), then live on in real time'),
    ],
    input,
    run: async ({ settings, input, flags, environment, output, startProgress }) => {
      const { out, batch } = input
      const isUrlGiven = findSetting('url', flags, environment).source !== 'default'
      if (out === undefined && !isUrlGiven)
        throw new CommandFailure(exitCodes.usage, 'say where the events go: --out FILE, --out - or --url')
      if (out !== undefined && flags.url !== undefined)
        throw new CommandFailure(exitCodes.usage, '--out and --url are two ways to go: take one')
      const { days, movements, events } = input
      const until = { days, movements, events }
      if (out !== undefined && days === undefined && movements === undefined && events === undefined)
        throw new CommandFailure(exitCodes.usage, 'say when it ends: --days, --movements or --events')

      const { runSimulation, summaryText } = await import('@athar/scripts/simulate/command.ts')
      const { seed, start, movementsPerDay, producers, carriers, plants } = input
      const world = { seed, start, movementsPerDay, producers, carriers, plants }
      await refuseImpossibleWorld(world)
      const to = out === undefined ? await ledger() : fileOrStdout(out)
      const progress = startProgress({ unit: 'events', ...(events !== undefined && { total: events }) })
      const signal = interruption()
      const simulating = { world, until, to, advance: progress.advance, note: output.note }
      const summary = await runSimulation(simulating, signal).finally(() => progress.end())
      if (out === '-') output.note(summaryText(summary))
      else output.answer(summary, () => summaryText(summary))
      return rejectedIn(summary) === 0 ? exitCodes.ok : exitCodes.checkFailed

      async function ledger(): Promise<Destination> {
        const { reachLedger } = await import('../reach-ledger.ts')
        const key = readKeyFile(settings.keyFile)
        await reachLedger(settings.url)
        return { kind: 'ledger', url: settings.url, key, batchEvents: batch, speed: input.speed }
      }
    },
  })

function fileOrStdout(out: string): Destination {
  return out === '-' ? { kind: 'stream', stream: process.stdout } : { kind: 'file', path: out }
}

function rejectedIn({ answers }: SimulationSummary): number {
  return answers?.rejected ?? 0
}

/** The world knows its own bounds, and says them in a RangeError: asked before anything is opened. */
async function refuseImpossibleWorld(options: Parameters<typeof import('@athar/scripts/simulate/world.ts').world>[0]) {
  const { world } = await import('@athar/scripts/simulate/world.ts')
  try {
    world(options)
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFailure(exitCodes.usage, error.message, { cause: error })
    throw error
  }
}
