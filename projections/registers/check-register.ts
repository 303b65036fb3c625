import { emptyRegister, type RegisterHead } from './documents.ts'
import { lineHash } from './line-hash.ts'
import type { RegisterLine } from './register-line.ts'

/** What the chain of a register hangs on; the hash of a line is over all else that it says, too. */
export type ChainedLine = Pick<RegisterLine, 'number' | 'previousHash' | 'hash' | 'correctsNumber'>

/** Where a register is broken: the number that should stand there, and what is wrong in words. */
export interface RegisterFault {
  readonly number: number
  readonly wrong: string
}

/**
 * Whether lines are a register, or go on from `after`: numbered without a gap, each with the hash of the one before and with
 * its own, and none correcting what does not stand above it. Looks at one line after the other, so that a register of any
 * length can be checked a page at a time. Answers the first fault, or the end it comes to, to be held against the end that
 * is stored: lines that are missing at the end break no chain.
 */
export function checkRegister(
  lines: Iterable<ChainedLine>,
  after: RegisterHead = emptyRegister,
): { readonly fault: RegisterFault } | { readonly end: RegisterHead } {
  let end = after
  for (const line of lines) {
    const wrong = wrongWith(line, end)
    if (wrong !== undefined) return { fault: { number: end.count + 1, wrong } }
    end = { count: line.number, hash: line.hash }
  }
  return { end }
}

function wrongWith(line: ChainedLine, before: RegisterHead): string | undefined {
  const { number, previousHash, hash, correctsNumber } = line
  if (number !== before.count + 1) return `it is numbered ${number}`
  if (previousHash !== before.hash)
    return `it follows a line with the hash ${previousHash}, and stands after ${before.hash}`
  const actual = lineHash(line)
  if (hash !== actual) return `its hash is ${hash}, and that of what it says is ${actual}`
  if (correctsNumber !== undefined && (correctsNumber < 1 || correctsNumber >= number))
    return `it corrects line ${correctsNumber}, which does not stand before it`
  return undefined
}
