import { Argument, Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { openLogReader } from '../opened-log.ts'
import { readableCount } from '../readable-count.ts'
import { wholeNumber } from '../whole-number.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'export',
    summary: 'the recorded events as lines of JSON, to a file or stdout',
    description: [
      'Writes recorded events in order of position, one a line, byte for byte as the log holds them with the position in front.',
      'It reads beside the ledger, up to what is there when it begins. A file whose name ends in .zst or .gz is packed, with',
      'checksums. --resume continues a file after its last whole line, as often as you like: an export that broke off, or',
      'the one of yesterday (.gz cannot be continued).\n\n"athar import" puts such a file into another log.',
    ].join(' '),
    examples: [
      { line: 'athar export events.ndjson.zst', does: 'the whole log, packed' },
      { line: 'athar export events.ndjson.zst --resume', does: 'every evening: what has come since' },
      { line: `athar export --after 1000 --up-to 1010 | jq .event.type`, does: 'ten events, on stdout' },
    ],
    settings: ['data'],
    arguments: [new Argument('[file]', 'where to; - is stdout').default('-')],
    options: [
      new Option('--after <position>', 'only events after this position').default('0'),
      new Option('--up-to <position>', 'only events up to this position; without it, all there are'),
      new Option('--resume', 'continue the file after its last whole line'),
    ],
    input: z.strictObject({
      file: z.string().min(1).max(4_096),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER),
      upTo: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
      resume: z.boolean().default(false),
    }),
    run: async ({ settings, input: { file, after, upTo, resume }, output, startProgress }) => {
      const toStandardOutput = file === '-'
      if (toStandardOutput && resume) throw new CommandFailure(exitCodes.usage, '--resume continues a file: name it')
      const { exportLog } = await import('../export/export-log.ts')
      const destinations = await import('../export/destination.ts')
      const log = openLogReader(settings.data)
      try {
        const head = await log.head()
        checkRange(after, upTo, head)
        const destination = toStandardOutput
          ? destinations.toStdout(process.stdout)
          : await (resume
              ? destinations.toResumedFile(file, log, { after, ...(upTo !== undefined && { upTo }) })
              : destinations.toNewFile(file))
        const range = { after: Math.max(after, destination.holdsUpTo ?? 0), upTo: Math.min(upTo ?? head, head) }
        const progress = startProgress({ unit: 'events', total: Math.max(0, range.upTo - range.after) })
        const startMs = performance.now()
        const exported = await destinations
          .writtenTo(destination, () => exportLog(log, range, destination.packing, destination.write, progress.advance))
          .finally(() => progress.end())
        const elapsedMs = Math.round(performance.now() - startMs)
        const { events, bytes, to } = exported
        const rate = elapsedMs > 0 ? Math.round((events * 1_000) / elapsedMs) : 0
        const words = `${readableCount(events)} events up to position ${readableCount(to)}: ${readableCount(bytes)} bytes, ${readableCount(rate)} events/s`
        if (upTo !== undefined && upTo > head)
          output.note(`the log ends at position ${readableCount(head)}, before --up-to ${readableCount(upTo)}`)
        if (toStandardOutput) output.note(words)
        else output.answer({ file, after: range.after, ...exported, elapsedMs }, () => `${file}: ${words}`)
        return exitCodes.ok
      } finally {
        await log.close()
      }
    },
  })

/** A range that holds nothing for a reason is no export of nothing: whoever asks for it believes something else of this log. */
function checkRange(after: number, upTo: number | undefined, head: number): void {
  const [from, to, end] = [after, upTo ?? head, head].map(readableCount)
  if (upTo !== undefined && after > upTo)
    throw new CommandFailure(exitCodes.usage, `--after ${from} is beyond --up-to ${to}: there is nothing between them`)
  if (after > head)
    throw new CommandFailure(exitCodes.checkFailed, `the log ends at position ${end}: it holds nothing after ${from}`)
}
