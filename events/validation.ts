import type { z } from 'zod'
import { type FieldError, type FieldErrorCode, fieldError } from './field-errors.ts'
import type { Value, Values } from './language.ts'
import { limits } from './limits.ts'
import { phrase, phraseOr } from './phrases.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What a check of our own leaves in a zod issue, so that it keeps its code and its values. */
interface OwnFinding {
  readonly code: FieldErrorCode
  readonly values?: Values
}

/**
 * Reports a finding of our own from inside a zod `check`. `path` is where it is, below the value that is checked.
 */
export function report(
  context: { readonly value: unknown; readonly issues: z.core.$ZodRawIssue[] },
  path: readonly (string | number)[],
  code: FieldErrorCode,
  values?: Values,
): void {
  const finding: OwnFinding = values === undefined ? { code } : { code, values }
  context.issues.push({ code: 'custom', input: context.value, path: [...path], params: finding })
}

/** What zod found, in the words of the one catalogue of errors: its messages are names of phrases. `prefix` is the pointer of the value that was parsed. */
export function fieldErrorsOf(error: { readonly issues: readonly Issue[] }, prefix = ''): FieldError[] {
  const found: FieldError[] = []
  for (const issue of error.issues) {
    if (found.length >= limits.fieldErrorsMax) break
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, limits.fieldErrorsMax))
        found.push(fieldError(`${prefix}${pointerOf([...issue.path, key])}`, 'unknown-field'))
    } else {
      found.push(wordsFor(issue, `${prefix}${pointerOf(issue.path)}`))
    }
  }
  return found.slice(0, limits.fieldErrorsMax)
}

function wordsFor(issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>, pointer: string): FieldError {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? fieldError(pointer, 'required')
        : fieldError(pointer, 'wrong-type', {
            expected: phraseOr(issue.expected),
            received: phraseOr(kindOf(issue.input)),
          })
    case 'invalid_value':
      return issue.input === undefined
        ? fieldError(pointer, 'required')
        : fieldError(pointer, 'not-one-of', { allowed: issue.values.map(String).join(', ') })
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? fieldError(pointer, 'too-small', { limit: Number(issue.minimum) })
        : fieldError(pointer, 'too-short', { limit: Number(issue.minimum), unit: unitOf(issue.origin) })
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? fieldError(pointer, 'too-big', { limit: Number(issue.maximum) })
        : fieldError(pointer, 'too-long', { limit: Number(issue.maximum), unit: unitOf(issue.origin) })
    case 'invalid_union':
      return issue.input === undefined
        ? fieldError(pointer, 'required')
        : fieldError(pointer, 'wrong-format', { expected: phraseOr(issue.message) })
    case 'invalid_format':
      return fieldError(pointer, 'wrong-format', { expected: phraseOr(issue.message) })
    case 'custom': {
      // Our own checks put an OwnFinding here, and nobody else writes custom issues in this house.
      const finding = issue.params as OwnFinding | undefined
      if (finding !== undefined) return fieldError(pointer, finding.code, finding.values)
    }
  }
  return fieldError(pointer, 'wrong-format', { expected: phraseOr(issue.message) })
}

function unitOf(origin: string): Value {
  return phrase(origin === 'string' ? 'characters' : 'items')
}

/** The type of a value, by the name of its phrase. */
function kindOf(input: unknown): string {
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'array'
  return typeof input === 'number' && !Number.isFinite(input) ? 'number-out-of-range' : typeof input
}

/** A path as a JSON Pointer, RFC 6901: `~` and `/` inside a name are escaped. Long names are cut, before they are escaped. */
export function pointerOf(path: Path): string {
  let pointer = ''
  for (const step of path)
    pointer += `/${String(step).slice(0, limits.pointerStepLengthMax).replaceAll('~', '~0').replaceAll('/', '~1')}`
  return pointer
}
