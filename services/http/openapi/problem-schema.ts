import { fieldErrorTypes } from '@athar/events/field-errors.ts'
import { type ProblemCode, problemTypes } from '@athar/events/problems.ts'
import { z } from 'zod'

// Object.keys forgets which keys these tables have.
const problemCodes = Object.keys(problemTypes) as ProblemCode[] // `satisfies` has checked the keys
const fieldErrorCodes = Object.keys(fieldErrorTypes)

const fieldError = z.strictObject({
  pointer: z.string().describe('JSON Pointer (RFC 6901) from the root of the event'),
  code: z.enum(fieldErrorCodes),
  detail: z.string(),
})

/** Every refusal, as it is answered. */
export const problemSchema = z
  .strictObject({
    type: z.string().regex(/^\/problems\/[a-z-]+$/),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.enum(problemCodes),
    errors: z.array(fieldError).optional(),
  })
  .describe('RFC 9457, in the language of Accept-Language: en, fr or ar')
