import { referenceSign } from '@athar/events/fields.ts'
import type { Wording } from '@athar/events/language.ts'
import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './problem-reply.ts'

/** The query parameters of a request: only those that are known, each at most once. Throws a `Refusal` otherwise. */
export function queryOf<Name extends string>(
  request: FastifyRequest,
  known: readonly Name[],
): Partial<Record<Name, string>> {
  const query = request.query as Record<string, string | string[]> // what fastify's parser gives
  const values: Partial<Record<Name, string>> = {}
  for (const [parameter, value] of Object.entries(query)) {
    const name = known.find(each => each === parameter)
    if (name === undefined || typeof value !== 'string')
      throw new Refusal(
        problem('invalid-query', {
          parameter: parameter.slice(0, 50),
          expected: name === undefined ? leftOut(known) : phrase('given-once'),
        }),
      )
    values[name] = value
  }
  return values
}

/** A whole number within bounds. Throws a `Refusal` that names the parameter. */
export function wholeNumberOf(
  parameter: string,
  value: string | undefined,
  { min = 0, max = Number.MAX_SAFE_INTEGER, otherwise }: { min?: number; max?: number; otherwise: number },
): number {
  if (value === undefined) return otherwise
  const number = wholeNumberIn(value, { min, max })
  if (number !== undefined) return number
  throw new Refusal(problem('invalid-query', { parameter, expected: wholeNumberWithin(min, max) }))
}

/** The whole number that a text is, in decimal digits and within bounds, both inclusive; `undefined` when it is none. */
export function wholeNumberIn(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

/** What a whole number must be; one that has no upper bound may be as large as JavaScript counts. */
export function wholeNumberWithin(min: number, max: number): Wording {
  return max < Number.MAX_SAFE_INTEGER
    ? phrase('whole-number-between', { min, max })
    : phrase('whole-number-from', { min })
}

function leftOut(known: readonly string[]): Wording {
  return known.length > 0 ? phrase('left-out-unknown', { known: known.join(', ') }) : phrase('left-out')
}

const reference = new RegExp(`^${referenceSign}{1,${limits.referenceLengthMax + 20}}$`)

/** A reference or a stream name. Throws a `Refusal` that names the parameter. */
export function referenceOf(parameter: string, value: string | undefined): string | undefined {
  if (value === undefined || reference.test(value)) return value
  throw new Refusal(problem('invalid-query', { parameter, expected: phrase('reference-signs') }))
}
