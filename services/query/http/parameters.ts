import { isCalendarDay } from '@athar/events/algiers-day.ts'
import { operations } from '@athar/events/codes/operations.ts'
import { wilayas } from '@athar/events/codes/wilayas.ts'
import { referencePattern } from '@athar/events/fields.ts'
import type { Wording } from '@athar/events/language.ts'
import { phrase } from '@athar/events/phrases.ts'
import { wholeNumberIn, wholeNumberWithin } from '@athar/http/query.ts'
import type { Parameter } from './parameter.ts'

/** The kinds of parameters that reads have. All must be given unless `optional` or `orElse` is put around them. */

/** A reference to a site, a carrier, a lot, a movement, an organisation. */
export function reference(description: string): Parameter<string> {
  return matching(description, referencePattern, phrase('reference'))
}

/** The code of a waste, in any list: `170503`, `A1:2.1.5`. */
export function wasteCode(description: string): Parameter<string> {
  return matching(description, '^[A-Za-z0-9][A-Za-z0-9:.\\- ]{0,31}$', phrase('waste-code'))
}

/** The code of a wilaya, of whatever day: `16`. */
export function wilaya(description: string): Parameter<string> {
  return { ...oneOf(description, codesOf(wilayas.entries)), expected: phrase('wilaya') }
}

/** An operation of recovery or disposal: `R4`, `D10`. */
export function operation(description: string): Parameter<string> {
  return { ...oneOf(description, codesOf(operations.entries)), expected: phrase('operation') }
}

function codesOf(entries: readonly { readonly code: string }[]): readonly string[] {
  return [...new Set(entries.map(entry => entry.code))]
}

/** One of these words. */
export function oneOf<Word extends string>(description: string, words: readonly Word[]): Parameter<Word> {
  return {
    description,
    schema: { type: 'string', enum: words },
    expected: phrase('one-of', { allowed: words.join(', ') }),
    parse: text => words.find(word => word === text),
  }
}

/** Some of these words, each once, with commas between them. */
export function someOf<Word extends string>(description: string, words: readonly Word[]): Parameter<readonly Word[]> {
  const word = `(?:${words.join('|')})`
  return {
    description,
    schema: { type: 'string', pattern: `^${word}(?:,${word})*$` },
    expected: phrase('some-of', { allowed: words.join(', ') }),
    parse(text) {
      const given = text.split(',', words.length + 1)
      const chosen = words.filter(each => given.includes(each))
      if (chosen.length !== given.length) return undefined
      return given.flatMap(each => chosen.filter(one => one === each)) // in the order given
    },
  }
}

export function flag(description: string): Parameter<boolean> {
  const { schema, expected, parse } = oneOf(description, ['true', 'false'])
  return {
    description,
    schema,
    expected,
    parse(text) {
      const word = parse(text)
      return word === undefined ? undefined : word === 'true'
    },
  }
}

/** A whole number within bounds, both inclusive. */
export function wholeNumber(
  description: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {},
): Parameter<number> {
  return {
    description,
    schema: { type: 'integer', minimum: min, ...(max < Number.MAX_SAFE_INTEGER && { maximum: max }) },
    expected: wholeNumberWithin(min, max),
    parse: text => wholeNumberIn(text, { min, max }),
  }
}

/** A position in the log. */
export function position(description: string): Parameter<number> {
  return { ...wholeNumber(description), expected: phrase('position') }
}

/** A day of the calendar, `2027-01-01`. */
export function day(description: string): Parameter<string> {
  return {
    description,
    schema: { type: 'string', format: 'date' },
    expected: phrase('day'),
    parse: text => (isCalendarDay(text) ? text : undefined),
  }
}

/** A text that a pattern describes whole. */
export function matching(description: string, pattern: string, expected: Wording): Parameter<string> {
  const whole = new RegExp(pattern)
  return {
    description,
    schema: { type: 'string', pattern },
    expected,
    parse: text => (whole.test(text) ? text : undefined),
  }
}
