import { catalogue } from '@athar/projections/catalogue.ts'

/** Half of all the work: a thread of its own, when there is more than one. */
const largestFold = 'custody'

/** The folds of the program, shared out among threads that each read the log for themselves. */
export function foldShares(threads: number): readonly (readonly string[])[] {
  const folds = [...new Set(catalogue.map(({ fold }) => fold.name))]
  const others = folds.filter(fold => fold !== largestFold)
  return threads > 1 && others.length < folds.length ? [[largestFold], others] : [folds]
}
