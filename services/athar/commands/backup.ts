import { Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Progress } from '../progress.ts'
import { readableCount } from '../readable-count.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'backup',
    summary: 'copy the log and the keys, also while the ledger runs',
    description: [
      'Copies log and keys as they are at this moment into a new folder, which is a data folder itself (mode 0700, files 0600),',
      'reads the copy again, and only then gives the folder its name: a folder with that name is a whole backup. It works',
      'while the ledger runs and takes as long as the disk needs to write the files; meanwhile the write-ahead log of the',
      'ledger grows by what is written. authority.key is not copied: keep it apart.\n\nTo restore: stop the ledger, move its',
      'data folder away, copy the backup into its place (cp -a), run "athar verify", start the ledger. Never copy it over the',
      'files of another: a log.sqlite-wal that stays there would be read into it. The keys are those of the backup: revoke',
      'again what was revoked since. What was recorded after',
      'the backup comes back from an export, when there is a later one: "athar import" compares what is there and adds the',
      'rest. A backup can also be served as it is: athar serve --data FOLDER. Keep some of them on another machine, where',
      'whoever may write the log may not write.',
    ].join(' '),
    examples: [
      { line: 'athar backup --to /backups/$(date +%F)', does: 'every night' },
      { line: 'athar backup --to ./copy && athar verify --data ./copy', does: 'and read every event of it again' },
    ],
    settings: ['data'],
    options: [new Option('--to <folder>', 'a folder that is not there yet').makeOptionMandatory()],
    input: z.strictObject({ to: z.string().min(1).max(4_096) }),
    run: async ({ settings, input: { to }, output, startProgress }) => {
      const { backUp } = await import('../backup/backup-data.ts')
      let progress: Progress | undefined
      const startMs = performance.now()
      const backup = await backUp(settings.data, to, (pages, total) => {
        progress ??= startProgress({ unit: 'pages', total })
        progress.advance(pages)
      }).finally(() => progress?.end())
      const elapsedMs = Math.round(performance.now() - startMs)
      const { folder, head, bytes, hasKeys } = backup
      output.answer({ ...backup, elapsedMs }, () =>
        [
          `${folder}: the log up to position ${readableCount(head)}${hasKeys ? ' and the keys' : ', and no keys: there were none'}`,
          `${readableCount(bytes)} bytes in ${(elapsedMs / 1_000).toFixed(1)} s, read again and on disk`,
        ].join('\n'),
      )
      return exitCodes.ok
    },
  })
