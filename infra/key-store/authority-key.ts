import { join } from 'node:path'
import { replaceDurably } from '../durable-file.ts'
import { mintKey } from './key-token.ts'
import type { KeyStore } from './port.ts'

/** The file, in the data folder, that the first authority key is handed over in. */
export const authorityKeyFile = 'authority.key'

export interface AuthorityKey {
  /** Where the key was written, now or on the first start. The file may be moved to a safe place. */
  readonly file: string
  readonly created: boolean
}

/**
 * Sees to it that someone can administer a new ledger: when no authority key was ever made, makes one and writes it to
 * `authority.key`, mode 0600. An operator who moves that file away finds no new one at the next start. Call it while
 * holding the log, so that no second process does the same.
 */
export async function ensureAuthorityKey(store: KeyStore, dataFolder: string, nowMs: number): Promise<AuthorityKey> {
  const file = join(dataFolder, authorityKeyFile)
  const keys = await store.list()
  if (keys.some(key => key.role === 'authority')) return { file, created: false }

  // The file comes first: a crash in between leaves a file that opens nothing and is replaced at the next start. The
  // other way round it would leave a key that nobody holds.
  const minted = mintKey()
  replaceDurably(file, `${minted.token}\n`)
  await store.create({ role: 'authority', name: 'made at the first start' }, minted, nowMs)
  return { file, created: true }
}
