import { z } from 'zod'
import { hazards } from './codes/hazards.ts'
import { operations } from './codes/operations.ts'
import { packagings } from './codes/packagings.ts'
import { refusalReasons } from './codes/refusal-reasons.ts'
import { wilayas } from './codes/wilayas.ts'
import { limits } from './limits.ts'
import { isWholeGrams } from './mass.ts'
import { type PhraseName, phrase, phrases } from './phrases.ts'
import { report } from './validation.ts'

/** The fields that several payloads share. Each says once what a value of its kind may be. */

/** What zod finds wrong is said by the name of a phrase, which `fieldErrorsOf` looks up. */
export function says(name: PhraseName): PhraseName {
  return name
}

/** One sign of a reference, in a regular expression. */
export const referenceSign = '[A-Za-z0-9\\-_.:]'

/** What a reference is, as a regular expression: for descriptions, too. */
export const referencePattern = `^${referenceSign}{1,${limits.referenceLengthMax}}$`

/** A reference: the subject of a stream, or what points at one (site, carrier, lot, person…). */
export const reference = z
  .string()
  .regex(new RegExp(referencePattern), says('reference'))
  .describe(`A reference: ${phrases.reference.en}`)

/** An event id, chosen by the sender before the first try (UUIDv7 advised). Printable ASCII without spaces. */
export const eventId = z
  .string()
  .regex(new RegExp(`^[\\x21-\\x7e]{1,${limits.eventIdLengthMax}}$`), says('event-id'))
  .describe('The sender’s id of the event, unique within its stream; UUIDv7 advised')

/** RFC 3339 with an offset, which is kept as it was written. */
export const instant = z.iso
  .datetime({ offset: true, error: says('time') })
  .max(limits.timeLengthMax)
  .describe('RFC 3339 with an offset')

/** An ISO calendar day. */
export const day = z.iso.date({ error: says('day') }).describe('A calendar day')

/** Outside the bounds nothing else is said of a mass, and no sum is drawn from it: it may be more than can be counted. */
const stop = { abort: true } as const

/** Kilograms, zero or more, to the gram. */
export const kg = z
  .number()
  .min(0, stop)
  .max(limits.massKgMax, stop)
  .check(wholeGrams)
  .describe('Kilograms, at most three decimals')

/** Kilograms above zero. */
export const someKg = kg.check(context => {
  if (context.value === 0) report(context, [], 'too-small', { limit: 0.001 })
})

/** Kilograms more or less: what a count found. */
export const signedKg = z
  .number()
  .min(-limits.massKgMax, stop)
  .max(limits.massKgMax, stop)
  .check(wholeGrams)
  .check(context => {
    if (context.value === 0) report(context, [], 'wrong-format', { expected: phrase('mass-but-zero') })
  })
  .describe('Kilograms more (+) or less (−), at most three decimals')

function wholeGrams(context: { readonly value: number; readonly issues: z.core.$ZodRawIssue[] }): void {
  if (!isWholeGrams(context.value)) report(context, [], 'too-many-decimals')
}

export const name = visibleText(limits.nameLengthMax)
export const text = visibleText(limits.textLengthMax)

/** A number as it is printed on something: a plate, a seal, a ticket, a certificate. */
export const printedNumber = visibleText(limits.numberLengthMax)

function visibleText(lengthMax: number) {
  return z
    .string()
    .max(lengthMax)
    .regex(/\S/, says('words'))
    .regex(/^[^\p{Cc}\p{Cs}\p{Co}]*$/u, says('plain-words'))
}

/** WGS 84, decimal degrees. */
export const place = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })

export const vehicle = z.strictObject({ plates: z.array(printedNumber).min(1).max(limits.platesMax) })

export const packages = z
  .array(z.strictObject({ kind: codeOf(packagings.entries), count: z.int().min(1).max(limits.packageCountMax) }))
  .max(limits.packagesMax)

export const operation = codeOf(operations.entries).describe('An R or D operation, Basel Convention, annex IV')
const hazard = codeOf(hazards.entries).describe('An HP property')
export const wilaya = codeOf(wilayas.entries).describe('A wilaya; its code must be valid when the event happens')
export const refusalReason = codeOf(refusalReasons.entries)

/** Not an enum: that names what looks like a number first, and wilaya 10 before 01. */
function codeOf(entries: readonly { readonly code: string }[]) {
  return z.literal([...new Set(entries.map(entry => entry.code))])
}

/** The European List of Waste: six digits. Other lists have codes of their own, loaded from the ministry's files. */
const listOfWasteCode = /^\d{6}$/
const otherListCode = new RegExp(`^[A-Za-z0-9][A-Za-z0-9:.\\- ]{0,${limits.wasteCodeLengthMax - 1}}$`)

const wasteCode = z.string().max(limits.wasteCodeLengthMax)

/** Which list a code is of. Absent: `low`, the List of Waste. */
export const listName = z
  .string()
  .regex(new RegExp(`^[a-z][a-z0-9-]{0,${limits.listNameLengthMax - 1}}$`), says('list-name'))

/** A waste: its code in a list (`low`, the List of Waste, unless said), and what the code does not say. */
export const waste = z
  .strictObject({
    code: wasteCode,
    list: listName.optional(),
    name: name.optional(),
    hazards: z.array(hazard).max(hazards.entries.length).optional(),
    state: z.enum(['solid', 'powder', 'sludge', 'liquid', 'gas']).optional(),
  })
  .check(context => {
    const { code, list = 'low' } = context.value
    if (list === 'low' && !listOfWasteCode.test(code))
      report(context, ['code'], 'wrong-format', { expected: phrase('six-digits') })
    if (list !== 'low' && !otherListCode.test(code))
      report(context, ['code'], 'wrong-format', { expected: phrase('code-of-list') })
  })

export type Waste = z.infer<typeof waste>

/** The code of a lot under which its mass is booked, in any list. */
export const bookedCode = wasteCode.regex(otherListCode, says('waste-code'))

/** The first digits of the codes a permit covers: a chapter, a section or a whole code. */
export const codePrefix = wasteCode.regex(
  new RegExp(`^[A-Za-z0-9][A-Za-z0-9:.-]{0,${limits.wasteCodeLengthMax - 1}}$`),
  says('code-prefix'),
)

/** Reports the second of two equal items of a list. */
export function reportRepeated(
  context: { readonly value: unknown; readonly issues: z.core.$ZodRawIssue[] },
  path: readonly (string | number)[],
  items: readonly string[] | undefined,
): void {
  if (items === undefined || items.length < 2) return
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    if (seen.has(item)) report(context, [...path, index], 'repeated', { value: item })
    seen.add(item)
  }
}
