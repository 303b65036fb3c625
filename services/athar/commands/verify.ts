import { availableParallelism } from 'node:os'
import { Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { existingLogFile } from '../opened-log.ts'
import type { Paint } from '../output.ts'
import type { Progress } from '../progress.ts'
import { readableCount } from '../readable-count.ts'
import { formatTable } from '../table.ts'
import type { Verification } from '../verify/verify-log.ts'
import type { ViewsVerification } from '../verify/verify-views.ts'
import { viewsText } from '../verify/views-in-words.ts'
import { wholeNumber } from '../whole-number.ts'

const listedDefault = 100

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'verify',
    summary: 're-read the whole log and say what is not as it was written',
    description: [
      'Reads every byte of the log again, also while the ledger runs. Checked are: position (dense from 1), block (whole,',
      'and what it says of itself), hash (SHA-256 of 0x00 and the bytes, RFC 6962), event (the words around it, the schema',
      'of its version, its stream), link (to the event before it in its stream), revision (dense from 0, ids once), order',
      '(recordedAt never runs back), fold (the state of every stream evolves), file (SQLite can read it, and it',
      'holds nothing that no ledger has put there).',
      `It ends with ${exitCodes.checkFailed} when it finds something, and lists it with its position. It changes nothing: what to do is to restore a`,
      'backup ("athar backup --help") and import what came after it.\n\nIt shows that the log is whole, not that it is the',
      'one of yesterday: whoever may write the file can also write hashes that fit. Keep backups where he may not.',
      'It takes one to two minutes for 5 million events on two cores, and 800 MB of memory.\n\n--views then also folds',
      'the log from nothing into second views, following what people have decided, and compares every document, entry,',
      'journal and sum with what the views hold at the position where they are; and adds all mass up, which comes to 0. It',
      'works beside the ledger, and needs room on the disk for the views a second time. What differs is mended by "athar rebuild".',
    ].join(' '),
    examples: [
      { line: 'athar verify', does: 'the log in ./data' },
      { line: 'athar verify --data /backups/monday --integrity-check', does: 'a backup, and its file too' },
      { line: 'athar verify --views', does: 'the log, and then the views' },
      { line: `athar verify --json | jq '.findings[0]'`, does: 'for scripts: {"well":…,"findings":[…]}' },
    ],
    settings: ['data', 'nationalList'],
    options: [
      new Option('--integrity-check', 'also let SQLite check its file: pages, indexes, free space'),
      new Option('--views', 'also fold the log again and compare the views'),
      new Option('--threads <number>', 'cores to use: the others serve').default(String(availableParallelism())),
      new Option('--list <number>', 'findings to list; all are counted').default(String(listedDefault)),
    ],
    input: z.strictObject({
      integrityCheck: z.boolean().default(false),
      views: z.boolean().default(false),
      threads: wholeNumber(1, 64),
      list: wholeNumber(0, 1_000),
    }),
    run: async ({ settings, input, output, startProgress }) => {
      const { integrityCheck, threads, list } = input
      const { verifyLog } = await import('../verify/verify-log.ts')
      const file = existingLogFile(settings.data)
      let progress: Progress | undefined
      const startMs = performance.now()
      const verification = await verifyLog(file, {
        integrityCheck,
        threads,
        start: total => {
          progress = startProgress({ unit: 'events', total })
        },
        advance: events => progress?.advance(events),
      }).finally(() => progress?.end())
      const elapsedMs = Math.round(performance.now() - startMs)
      const isLogWell = verification.found === 0
      const views = input.views && isLogWell ? await verifyTheViews() : undefined
      const well = isLogWell && views?.well !== false
      const listed = { ...verification, findings: verification.findings.slice(0, list) }
      output.answer({ well, file, elapsedMs, ...listed, ...(views && { views }) }, paint =>
        [
          verificationText(listed, elapsedMs, paint),
          ...(views === undefined ? [] : ['', viewsText(views, list, paint)]),
        ].join('\n'),
      )
      return well ? exitCodes.ok : exitCodes.checkFailed

      async function verifyTheViews(): Promise<ViewsVerification> {
        const { verifyViews } = await import('../verify/verify-views.ts')
        const folding = startProgress({ unit: 'events' })
        const { data: dataFolder, nationalList } = settings
        const advance = (events: number): void => folding.advance(events)
        return verifyViews({ dataFolder, threads, nationalList, advance }).finally(() => folding.end())
      }
    },
  })

function verificationText({ events, streams, findings, found }: Verification, elapsedMs: number, paint: Paint): string {
  const rate = elapsedMs > 0 ? Math.round((events * 1_000) / elapsedMs) : 0
  const looked = `${readableCount(events)} events in ${readableCount(streams)} streams, ${readableCount(rate)} events/s`
  if (found === 0) return `${paint('green', 'well')}: ${looked}`
  const rows = findings.map(finding => [String(finding.position), finding.check, finding.found])
  return [
    `${paint('red', `${readableCount(found)} findings`)}: ${looked}`,
    formatTable(['POSITION', 'CHECK', 'FOUND'], rows),
    ...(found > findings.length ? [`… and ${readableCount(found - findings.length)} more`] : []),
  ].join('\n')
}
