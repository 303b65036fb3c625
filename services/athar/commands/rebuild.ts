import { availableParallelism } from 'node:os'
import { Argument } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { readableCount } from '../readable-count.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'rebuild',
    summary: 'fold the views again from the log, all or one projection',
    description: [
      'Builds views beside those that answer, and lets them take over when they have caught up; what a person has skipped stays',
      'skipped. Without a ledger on the folder it does so here and says how fast, and none can start meanwhile. While a ledger',
      'runs, that one is told: it begins within a second, goes on recording and answering, and "athar projections" shows',
      'how far it is. It needs room on the disk for the views a second time. Views that are missing, damaged or of another',
      `version need no rebuild: the ledger builds them by itself. It ends with ${exitCodes.checkFailed} when a projection has stopped.`,
    ].join(' '),
    examples: [
      { line: 'athar rebuild', does: 'all views in ./data' },
      { line: 'athar rebuild alerts --data /srv/athar', does: 'one projection; the others stay as they are' },
    ],
    settings: ['data', 'nationalList'],
    arguments: [new Argument('[projections...]', 'as "athar projections" lists them; without, all')],
    input: z.strictObject({ projections: z.array(z.string().max(100)).max(100) }),
    run: async ({ settings, input, output, nowMs, startProgress }) => {
      const { catalogue } = await import('@athar/projections/catalogue.ts')
      const { decideToRebuild } = await import('../views/decide.ts')
      const { rebuildViews } = await import('../views/rebuild-views.ts')
      const { headOf } = await import('../opened-log.ts')
      const names = input.projections.length > 0 ? input.projections : catalogue.map(({ name }) => name)
      const events = await headOf(settings.data)
      const taken = await decideToRebuild(names, { dataFolder: settings.data, reason: 'athar rebuild', nowMs })
      if (taken.isServed) {
        output.answer({ isServed: true, projections: names }, () =>
          [
            'The ledger that runs here builds them anew within a second, and they take over when they have caught up.',
            'See: athar projections',
          ].join('\n'),
        )
        return exitCodes.ok
      }
      const progress = startProgress({ unit: 'events', total: events })
      const startMs = performance.now()
      const isBuilt = await rebuildViews({
        dataFolder: settings.data,
        threads: availableParallelism(),
        nationalList: settings.nationalList,
        advance: count => progress.advance(count),
        note: text => output.note(text),
      }).finally(() => progress.end())
      const seconds = Math.round(performance.now() - startMs) / 1_000
      const eventsPerSecond = seconds > 0 ? Math.round(events / seconds) : 0
      output.answer({ isServed: false, projections: names, isBuilt, events, seconds, eventsPerSecond }, paint =>
        [
          isBuilt ? paint('green', 'built') : paint('red', 'a projection has stopped: see athar projections'),
          `: ${readableCount(events)} events in ${seconds} s, ${readableCount(eventsPerSecond)} events/s`,
        ].join(''),
      )
      return isBuilt ? exitCodes.ok : exitCodes.checkFailed
    },
  })
