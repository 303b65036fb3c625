/**
 * Shares out a mass in proportion to weights, to the gram: each share is what the exact share rounds down to, and the grams
 * left over go one each to the largest remainders (Hamilton's method), among equal ones to the first. The shares add up to
 * the total, whatever the numbers, so nothing drifts however often mass is shared out.
 *
 * Total and weights are whole and not negative. Throws a `RangeError` when there is something to share out and nobody has a
 * weight.
 */
export function inProportion(total: number, weights: readonly number[]): readonly number[] {
  let sum = 0
  for (const weight of weights) sum += weight
  if (sum === total) return weights
  if (total === 0) return weights.map(() => 0)
  if (sum === 0) throw new RangeError(`${total} cannot be shared out among weights that are all 0`)
  return isExact(total, weights, sum) ? shareOut(total, weights, sum) : shareOutBig(total, weights)
}

/** Whether every product of the total and a weight is counted exactly. */
function isExact(total: number, weights: readonly number[], sum: number): boolean {
  return Number.isSafeInteger(sum) && weights.every(weight => total * weight <= Number.MAX_SAFE_INTEGER)
}

function shareOut(total: number, weights: readonly number[], sum: number): readonly number[] {
  const remainders = weights.map(weight => (total * weight) % sum)
  const shares = weights.map((weight, place) => (total * weight - (remainders[place] ?? 0)) / sum)
  return withRest(total, shares, largestFirst(remainders))
}

/** The same for masses of thousands of tonnes, whose products are beyond exact numbers. */
function shareOutBig(total: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((added, weight) => added + BigInt(weight), 0n)
  const products = weights.map(weight => BigInt(total) * BigInt(weight))
  const shares = products.map(product => Number(product / whole))
  return withRest(total, shares, largestFirst(products.map(product => product % whole)))
}

/** The places of the remainders, the largest first, equal ones as they stand. */
function largestFirst<Count extends number | bigint>(remainders: readonly Count[]): readonly number[] {
  const at = (place: number) => remainders[place] ?? 0
  return [...remainders.keys()].sort((one, other) => {
    if (at(one) === at(other)) return one - other
    return at(one) > at(other) ? -1 : 1
  })
}

/** Gives what the shares leave over, which is less than one for each of them, in that order. */
function withRest(total: number, shares: number[], order: readonly number[]): readonly number[] {
  let left = total
  for (const share of shares) left -= share
  for (const place of order.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1
  return shares
}
