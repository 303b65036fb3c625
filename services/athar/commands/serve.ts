import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'serve',
    summary: 'run the ledger',
    description: [
      'Runs the ledger of a data folder until SIGTERM or SIGINT; then it answers what is queued and ends with 0. The first',
      'start makes the folder and writes an authority key to authority.key in it. A second ledger on the same folder is',
      `turned away (${exitCodes.unavailable}). When the disk can no longer be trusted it ends at once (${exitCodes.ioError}): what it had`,
      'acknowledged is there, and senders send the rest again.',
    ].join(' '),
    examples: [
      { line: 'athar serve', does: 'on http://127.0.0.1:8080, data in ./data' },
      { line: 'ATHAR_DATA=/srv/athar athar serve --port 9000', does: 'another folder, another port' },
      { line: 'athar serve --json', does: 'first line on stdout: {"url":…,"dataFolder":…} once it listens' },
    ],
    settings: ['port', 'host', 'data', 'logLevel', 'queueEventsMax', 'queueBytesMax', 'nationalList', 'views'],
    input: z.strictObject({}),
    run: async ({ settings, output }) => {
      const { default: pino } = await import('pino')
      const { startLedger } = await import('../running-ledger.ts')
      const logger = pino({ level: settings.logLevel }, pino.destination(process.stderr.fd))
      const stopped = Promise.withResolvers<void>()
      const running = await startLedger(settings, logger, failure => {
        logger.fatal({ reason: failure.reason }, `${failure.message}: nothing more is acknowledged, the process ends`)
        process.exit(exitCodes.ioError)
      })
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopped.resolve())
      const { url, dataFolder, newAuthorityKeyFile } = running
      output.answer({ url, dataFolder, newAuthorityKeyFile }, () =>
        [
          `Athar listens on ${url}, data in ${dataFolder}`,
          ...(newAuthorityKeyFile === undefined ? [] : [`A first authority key is in ${newAuthorityKeyFile}`]),
          '',
        ].join('\n'),
      )
      await stopped.promise
      logger.info('stopping: what is queued is written and answered first')
      await running.stop()
      return exitCodes.ok
    },
  })
