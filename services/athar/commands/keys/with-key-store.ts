import { existsSync } from 'node:fs'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { dataFiles } from '../../data-files.ts'
import { exitCodes } from '../../exit-codes.ts'
import { CommandFailure } from '../../failure.ts'

/** Opens the keys of a data folder for the time of some work. It fails where no ledger has been: most often a wrong `--data`. */
export async function withKeyStore<Result>(
  dataFolder: string,
  work: (store: KeyStore) => Promise<Result>,
): Promise<Result> {
  const file = dataFiles(dataFolder).keys
  if (!existsSync(file))
    throw new CommandFailure(
      exitCodes.unavailable,
      `there are no keys in ${dataFolder}: is --data (ATHAR_DATA) right? "athar serve" makes the first one, "athar keys create" any other`,
    )
  return keepOpen(openSqliteKeyStore(file, { mustExist: true }), work)
}

/** Like `withKeyStore`; makes an empty store where none is. */
export async function withNewKeyStore<Result>(
  dataFolder: string,
  work: (store: KeyStore) => Promise<Result>,
): Promise<Result> {
  return keepOpen(openSqliteKeyStore(dataFiles(dataFolder).keys), work)
}

async function keepOpen<Result>(store: KeyStore, work: (store: KeyStore) => Promise<Result>): Promise<Result> {
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
