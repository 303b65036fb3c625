import { Argument, Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { dataFiles } from '../data-files.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import type { SubmittedCounts } from '../import/submit-lines.ts'
import { readKeyFile } from '../key-file.ts'
import type { Output } from '../output.ts'
import type { Progress } from '../progress.ts'
import { readableCount } from '../readable-count.ts'
import type { Settings } from '../settings.ts'
import { wholeNumber } from '../whole-number.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'import',
    summary: 'put exported events into a log, or send events to a ledger',
    description: [
      'Puts the lines of an "athar export" (plain, .zst, .gz, or stdin) into the log of a data folder as they are: the same',
      'bytes, positions, times and hashes. It is for an empty folder, to restore or to move, or one that holds a part of the same',
      'log: what is there already is compared byte for byte, the rest goes behind it. Nothing is ever changed: at the',
      'first line that does not fit it stops, says which, and keeps what came before. To continue, run it again. No ledger may',
      `be running on the folder (${exitCodes.unavailable}). Keys are not part of it. Afterwards: athar verify.\n\nWith --submit nothing is opened here: the events`,
      'as they were submitted, or any file of events, go to the running ledger of --url as new submissions, which it',
      'judges and numbers itself. What it has is a duplicate, so running it again is safe; it ends with',
      `${exitCodes.checkFailed} when some are rejected. The key must be allowed to speak for all: athar keys create --role service.`,
    ].join(' '),
    examples: [
      { line: 'athar import events.ndjson.zst --data /srv/athar', does: 'restore an export' },
      { line: 'athar export | athar import - --data ./copy', does: 'a copy, from log to log' },
      {
        line: 'athar import events.ndjson --submit --url http://127.0.0.1:8080 --key-file service.key',
        does: 'new submissions',
      },
    ],
    settings: ['data', 'url', 'keyFile'],
    arguments: [new Argument('<file>', 'lines of JSON; - is stdin')],
    options: [
      new Option('--submit', 'send the events to the ledger of --url instead'),
      new Option('--batch <number>', 'with --submit: events in a request').default('1000'),
    ],
    input: z.strictObject({
      file: z.string().min(1).max(4_096),
      submit: z.boolean().default(false),
      batch: wholeNumber(1, 10_000),
    }),
    run: ({ settings, input, output, startProgress }) =>
      input.submit
        ? submit(settings, input, output, startProgress({ unit: 'events' }))
        : restoreInto(settings.data, input.file, output, startProgress({ unit: 'events' })),
  })

async function submit(
  { url, keyFile }: Pick<Settings, 'url' | 'keyFile'>,
  { file, batch }: { readonly file: string; readonly batch: number },
  output: Output,
  progress: Progress,
): Promise<ExitCode> {
  const { readLines } = await import('../import/lines.ts')
  const { reachLedger } = await import('../reach-ledger.ts')
  const { submitLines } = await import('../import/submit-lines.ts')
  const key = readKeyFile(keyFile)
  await reachLedger(url)
  const options = { url, key, batchEvents: batch, advance: progress.advance, note: output.note }
  const counts = await submitLines(readLines(file, process.stdin), options).finally(() => progress.end())
  output.answer({ url, ...counts }, () => submittedText(counts))
  return counts.rejected === 0 ? exitCodes.ok : exitCodes.checkFailed
}

async function restoreInto(data: string, file: string, output: Output, progress: Progress): Promise<ExitCode> {
  const { SqliteEventLog } = await import('@athar/infra/event-log/sqlite/sqlite-event-log.ts')
  const { readLines } = await import('../import/lines.ts')
  const { restore } = await import('../import/restore.ts')
  const logFile = dataFiles(data).log
  const { asReadFailure } = await import('../opened-log.ts')
  const log = await SqliteEventLog.open(logFile).catch((error: unknown) => {
    throw asReadFailure(error, `${logFile} cannot be opened`)
  })
  try {
    const { present, added, head } = await restore(log, readLines(file, process.stdin), progress.advance)
    output.answer(
      { data, present, added, head },
      () =>
        `${readableCount(added)} events added, ${readableCount(present)} were there: the log ends at position ${readableCount(head)}`,
    )
    return exitCodes.ok
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    const head = readableCount(await log.head())
    throw new CommandFailure(error.exitCode, `${error.message}\nThe log ends at position ${head}`, { cause: error })
  } finally {
    progress.end()
    await log.close()
  }
}

function submittedText({ events, recorded, duplicates, rejected, problems }: SubmittedCounts): string {
  return [
    `${readableCount(events)} events sent: ${readableCount(recorded)} recorded, ${readableCount(duplicates)} duplicates, ${readableCount(rejected)} rejected`,
    ...Object.entries(problems).map(([code, count]) => `  ${readableCount(count)} × ${code}`),
  ].join('\n')
}
