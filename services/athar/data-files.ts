import { join } from 'node:path'
import { authorityKeyFile } from '@athar/infra/key-store/authority-key.ts'

/** Where everything lies in a data folder. */
export interface DataFiles {
  readonly log: string
  readonly keys: string
  readonly authorityKey: string
}

export function dataFiles(dataFolder: string): DataFiles {
  return {
    log: join(dataFolder, 'log.sqlite'),
    keys: join(dataFolder, 'keys.sqlite'),
    authorityKey: join(dataFolder, authorityKeyFile),
  }
}
