import { existsSync } from 'node:fs'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import { openSqliteKeyStore, openSqliteKeysForReading } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { dataFiles } from '../../data-files.ts'
import { exitCodes } from '../../exit-codes.ts'
import { CommandFailure } from '../../failure.ts'

/** Opens the keys of a data folder for the time of some work. It fails where no ledger has been: most often a wrong `--data`. */
export async function withKeyStore<Result>(
  dataFolder: string,
  work: (store: KeyStore) => Promise<Result>,
): Promise<Result> {
  return keepOpen(openSqliteKeyStore(existingKeys(dataFolder), { mustExist: true }), work)
}

/** Like `withKeyStore`, for work that changes nothing: it may be done where nothing can be written. */
export async function withKeysToRead<Result>(
  dataFolder: string,
  work: (store: Pick<KeyStore, 'list'>) => Promise<Result>,
): Promise<Result> {
  return keepOpen(openSqliteKeysForReading(existingKeys(dataFolder)), work)
}

/** Like `withKeyStore`; makes an empty store where none is. */
export async function withNewKeyStore<Result>(
  dataFolder: string,
  work: (store: KeyStore) => Promise<Result>,
): Promise<Result> {
  return keepOpen(openSqliteKeyStore(dataFiles(dataFolder).keys), work)
}

function existingKeys(dataFolder: string): string {
  const file = dataFiles(dataFolder).keys
  if (existsSync(file)) return file
  throw new CommandFailure(
    exitCodes.unavailable,
    `there are no keys in ${dataFolder}: is --data (ATHAR_DATA) right? "athar serve" makes the first one, "athar keys create" any other`,
  )
}

async function keepOpen<Store extends Pick<KeyStore, 'close'>, Result>(
  store: Store,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
