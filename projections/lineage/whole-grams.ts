import { partsOfGram } from './spread.ts'

const oneGram = 1n << partsOfGram

/** Remainders this close, a millionth of a gram, are taken for equal: shares that are equal differ by a few parts. */
const equalParts = 20n

/**
 * Parts of a gram as whole grams: each rounded down, and the grams that are left over one each to the largest remainders,
 * among equal ones to the first id. They add up to what all parts add up to, when that is whole.
 */
export function wholeGrams(masses: ReadonlyMap<string, bigint>): ReadonlyMap<string, number> {
  const whole = new Map<string, number>()
  let remainders = 0n
  for (const [id, parts] of masses) {
    whole.set(id, Number(parts / oneGram))
    remainders += parts % oneGram
  }
  const largestFirst = [...masses]
    .map(([id, parts]) => ({ id, remainder: roughly(parts % oneGram) }))
    .sort((one, other) => Number(other.remainder - one.remainder) || (one.id < other.id ? -1 : 1))
  for (const { id } of largestFirst.slice(0, Number(remainders / oneGram))) whole.set(id, (whole.get(id) ?? 0) + 1)
  return whole
}

function roughly(remainder: bigint): bigint {
  return (remainder + (1n << (equalParts - 1n))) >> equalParts
}
