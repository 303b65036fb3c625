import { inWords, type Wording } from '@athar/events/language.ts'
import { problem } from '@athar/events/problems.ts'
import { Refusal } from '@athar/http/problem-reply.ts'

/** A parameter of a read: how it is described, and how its text becomes a value. */
export interface Parameter<Value> {
  readonly description: string
  /** Of its text, as JSON Schema, for the description of the API. */
  readonly schema: Readonly<Record<string, unknown>>
  /** What must be given: ends the sentence "The parameter … must be …". */
  readonly expected: Wording
  /** The value of its text; `undefined` when the text is not as expected. */
  parse(text: string): Value | undefined
  /** The value when it is not given. */
  absent?(): Value
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>

/** The values of parameters, by name. A parameter that need not be given may be `undefined`. */
export type ValuesOf<Of extends Parameters> = {
  readonly [Name in keyof Of]: Of[Name] extends Parameter<infer Value> ? Value : never
}

/** A parameter that may be left out. */
export function optional<Value>(parameter: Parameter<Value>): Parameter<Value | undefined> {
  return { ...parameter, absent: () => undefined }
}

/** A parameter that has a value when it is left out. `text` is that value as a caller would write it. */
export function orElse<Value>(parameter: Parameter<Value>, text: string): Parameter<Value> {
  const value = parameter.parse(text)
  if (value === undefined) throw new RangeError(`"${text}" is not ${inWords(parameter.expected, 'en')}`)
  return { ...parameter, schema: { ...parameter.schema, default: text }, absent: () => value }
}

/** Reads one parameter. Throws a `Refusal` that names it and says what is allowed. */
function parameterValue<Value>(name: string, parameter: Parameter<Value>, text: string | undefined): Value {
  if (text === undefined && parameter.absent !== undefined) return parameter.absent()
  const value = text === undefined ? undefined : parameter.parse(text)
  if (value === undefined) throw invalidParameter(name, parameter.expected)
  return value
}

/** Reads all of them. Throws a `Refusal` that names the first that is wrong. */
export function parameterValues<Of extends Parameters>(
  parameters: Of,
  given: Readonly<Record<string, string | undefined>>,
): ValuesOf<Of> {
  const values = Object.entries(parameters).map(([name, each]) => [name, parameterValue(name, each, given[name])])
  return Object.fromEntries(values) as ValuesOf<Of> // of each parameter what it has parsed
}

/** A refusal of a parameter: `expected` ends the sentence "The parameter … must be …". */
export function invalidParameter(parameter: string, expected: Wording): Refusal {
  return new Refusal(problem('invalid-query', { parameter, expected }))
}
