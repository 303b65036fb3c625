import { readFileSync } from 'node:fs'
import { exitCodes } from './exit-codes.ts'
import { CommandFailure } from './failure.ts'

const keyCharactersMax = 200

/** The key in a file, alone in its first line. Throws a CommandFailure when there is none. */
export function readKeyFile(file: string): string {
  const [line = ''] = readFileSync(file, 'utf8').split('\n')
  const key = line.trim()
  if (/^[\x21-\x7e]+$/.test(key) && key.length <= keyCharactersMax) return key
  throw new CommandFailure(
    exitCodes.usage,
    `${file} does not hold a key in its first line; "athar keys create --role service > FILE" makes one`,
  )
}
