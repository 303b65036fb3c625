import { openForReading } from '@athar/infra/sqlite/open-for-reading.ts'
import { primaryCodeOf, sqliteCode } from '@athar/infra/sqlite/result-code.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'

/**
 * SQLite reads every page of a copy again: a disk that did not keep one is noticed now, not on the day of need. A copy of what is
 * damaged is damaged too, and another disk would not help.
 *
 * @throws CommandFailure when the copy is damaged, which says whether that lies in what was copied.
 */
export function checkCopy(copy: string, source: string): void {
  const damage = damageIn(copy)
  if (damage === undefined) return
  const damageBefore = damageIn(source)
  throw damageBefore === undefined
    ? new CommandFailure(exitCodes.ioError, `the copy ${copy} is damaged, and ${source} is not: ${damage}`)
    : new CommandFailure(exitCodes.dataDamaged, `${source} is damaged: ${damageBefore}. Keep the backups that you have`)
}

/** The first damage that SQLite finds in a database; `undefined`: there is none. */
function damageIn(file: string): string | undefined {
  try {
    const { database } = openForReading(file)
    try {
      const said = String(database.prepare('PRAGMA quick_check(1)').get()?.quick_check)
      return said === 'ok' ? undefined : said.replaceAll('\n', ' ')
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Error && damageCodes.includes(primaryCodeOf(error))) return error.message
    throw error
  }
}

const damageCodes: readonly (number | undefined)[] = [sqliteCode.corrupt, sqliteCode.notADatabase]
