import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { authorityKeyFile } from '@athar/infra/key-store/authority-key.ts'

/** Where everything lies in a data folder. */
export interface DataFiles {
  readonly log: string
  readonly keys: string
  readonly authorityKey: string
  /** The folder of the views: what is folded from the log, and can be folded again. */
  readonly views: string
  /** What people have decided about the views: what was skipped, and why. */
  readonly viewDecisions: string
}

export function dataFiles(dataFolder: string): DataFiles {
  return {
    log: join(dataFolder, 'log.sqlite'),
    keys: join(dataFolder, 'keys.sqlite'),
    authorityKey: join(dataFolder, authorityKeyFile),
    views: join(dataFolder, 'views'),
    viewDecisions: join(dataFolder, 'view-decisions.ndjson'),
  }
}

/** Makes the data folder, open to its owner only. One that is there keeps its rights: `athar doctor` judges them. */
export function ensureDataFolder(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
}
