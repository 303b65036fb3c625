import { readFileSync } from 'node:fs'
import { codeLists } from '@athar/events/codes/code-lists.ts'
import { parseNationalList } from '@athar/events/codes/national-list.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFailure } from './failure.ts'

const errorsShownMax = 20

/**
 * Adds the national nomenclature to the code lists of this thread, before it judges the first event: each thread has lists
 * of its own. Nothing happens without a file, and when the thread has the list already.
 *
 * @throws CommandFailure when the file cannot be read, or with every line of it that is wrong.
 */
export function loadNationalList(file: string | undefined): void {
  if (file === undefined) return
  const parsed = parseNationalList(read(file))
  if ('errors' in parsed) {
    const shown = parsed.errors
      .slice(0, errorsShownMax)
      .map(({ line, column, message }) => `  line ${line}, column ${column}: ${message}`)
    const more = parsed.errors.length - shown.length
    throw new CommandFailure(
      exitCodes.usage,
      [
        `${file} is not a national list (ATHAR_NATIONAL_LIST):`,
        ...shown,
        ...(more > 0 ? [`  and ${more} more`] : []),
      ].join('\n'),
    )
  }
  if (codeLists.get(parsed.list.name) === undefined) codeLists.add(parsed.list)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandFailure(
      exitCodes.usage,
      `the national list ${file} cannot be read (ATHAR_NATIONAL_LIST): ${error instanceof Error ? error.message : error}`,
    )
  }
}
