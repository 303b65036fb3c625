import { Argument, Option } from 'commander'
import { z } from 'zod'
import type { DecisionTaken } from '../../views/decide.ts'

export const nameArgument = new Argument('<name>', 'a projection, as "athar projections" lists it')
export const name = z.string().min(1, 'must be the name of a projection').max(100)

export const reasonOption = new Option('--reason <text>', 'why, for whoever asks later').makeOptionMandatory()
export const reason = z
  .string()
  .trim()
  .min(3, 'must say why, in 3 to 2,000 characters')
  .max(2_000, 'must say why, in 3 to 2,000 characters')

/** What comes of a decision. */
export function whatFollows({ isServed }: DecisionTaken): string {
  return isServed
    ? 'The ledger builds it anew within a second, and lets it answer when it has caught up. See: athar projections'
    : 'No ledger runs here: it is built anew at the next start, or now by "athar rebuild".'
}
