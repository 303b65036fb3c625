import { Option } from 'commander'
import { z } from 'zod'
import { algiersTime } from '../algiers-time.ts'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Paint } from '../output.ts'
import type { Progress } from '../progress.ts'
import { findSetting } from '../read-settings.ts'
import { readableCount } from '../readable-count.ts'
import type { LedgerAnswers } from '../status/ledger-answers.ts'
import type { LogFacts } from '../status/log-facts.ts'
import { formatTable } from '../table.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'status',
    summary: 'what is in the log, and whether a ledger serves it',
    description: [
      'Looks into a data folder, also while the ledger runs: head, events, streams, size, first and last recording, whether a',
      'process is writing, and how far the views are. With --url (or ATHAR_URL) it also asks the ledger there how it is (/readyz, /metrics), and ends',
      `with ${exitCodes.checkFailed} when that is not ready.`,
    ].join(' '),
    examples: [
      { line: 'athar status', does: 'the log in ./data' },
      { line: 'athar status --types', does: 'also count the events of each type: reads the whole log' },
      {
        line: 'athar status --url http://127.0.0.1:8080 --json',
        does: 'for monitoring: {"log":…,"ledger":{"ready":…}}',
      },
    ],
    settings: ['data', 'url'],
    options: [new Option('--types', 'count the events of each type; some seconds a million')],
    input: z.strictObject({ types: z.boolean().default(false) }),
    run: async ({ settings, input, flags, environment, output, startProgress }) => {
      const { logFacts } = await import('../status/log-facts.ts')
      const { askLedger } = await import('../status/ledger-answers.ts')
      const { viewFacts } = await import('../views/view-facts.ts')
      const { factsInWords } = await import('../views/facts-in-words.ts')
      let progress: Progress | undefined
      const log = await logFacts(settings.data, {
        types: input.types,
        start: total => {
          progress = startProgress({ unit: 'events', total })
        },
        advance: events => progress?.advance(events),
      }).finally(() => progress?.end())
      const isAsked = findSetting('url', flags, environment).source !== 'default'
      const ledger = isAsked ? await askLedger(settings.url) : undefined
      const views = await viewFacts(settings.data)
      output.answer({ log, views: views.projections, ...(ledger && { ledger }) }, paint =>
        [
          logText(log, paint),
          factsInWords(views, paint),
          ...(ledger === undefined ? [] : [ledgerText(ledger, paint)]),
        ].join('\n\n'),
      )
      return ledger?.ready === false ? exitCodes.checkFailed : exitCodes.ok
    },
  })

function logText(log: LogFacts, paint: Paint): string {
  const { file, head, events, streams, bytes, bytesPerEvent, oldestRecordedAt, newestRecordedAt, types } = log
  const size = `${readableCount(bytes)} bytes${bytesPerEvent === undefined ? '' : `, ${bytesPerEvent} an event`}`
  const rows = [
    ['writer', log.isBeingWritten ? paint('green', 'a ledger has it open') : 'none: no ledger is running on it'],
    ['head', `position ${readableCount(head)}`],
    ['events', `${readableCount(events)} in ${readableCount(streams)} streams`],
    ['size', size],
    ['made', inAlgiers(log.createdAt)],
    ...(oldestRecordedAt === undefined ? [] : [['oldest', inAlgiers(oldestRecordedAt)]]),
    ...(newestRecordedAt === undefined ? [] : [['newest', inAlgiers(newestRecordedAt)]]),
    ...Object.entries(types ?? {}).map(([type, count]) => [type, readableCount(count)]),
  ]
  return formatTable(['LOG', file], rows)
}

function ledgerText({ url, ready, readyz, metrics = {} }: LedgerAnswers, paint: Paint): string {
  const rows = [
    ['ready', ready ? paint('green', 'yes') : paint('red', 'no')],
    ...(ready && readyz === 'ready' ? [] : [['readyz', typeof readyz === 'string' ? readyz : JSON.stringify(readyz)]]),
    ...Object.entries(metrics).map(([name, value]) => [name, readableCount(value)]),
  ]
  return formatTable(['LEDGER', url], rows)
}

function inAlgiers(time: string): string {
  const timeMs = Date.parse(time)
  return Number.isNaN(timeMs) ? time : `${algiersTime(timeMs)} (Algiers)`
}
