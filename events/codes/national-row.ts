import { z } from 'zod'
import { isCalendarDay } from '../algiers-day.ts'
import { hazards } from './hazards.ts'

/** The columns of the file of the national list, in their order. */
export const nationalColumns = [
  'annex',
  'chapter',
  'section',
  'item',
  'class',
  'validFrom',
  'validTo',
  'hazards',
  'label_ar',
  'label_fr',
  'label_en',
] as const

/** Household and similar (MA), inert (I), special (S), special hazardous (SD): decree 06-104. */
const wasteClasses = ['MA', 'I', 'S', 'SD'] as const

export type WasteClass = (typeof wasteClasses)[number]

const labelLengthMax = 300

const part = cell('a whole number')
  .regex(/^[1-9]\d{0,2}$/, 'Expected a whole number from 1 to 999, without a leading zero')
  .transform(Number)

const day = cell('a day').refine(isCalendarDay, 'Expected a day of the calendar as YYYY-MM-DD, such as 2006-03-05')

const dayOrNothing = cell('a day, or an empty cell').refine(text => text === '' || isCalendarDay(text), {
  error: 'Expected a day of the calendar as YYYY-MM-DD, or an empty cell',
})

const hazardCodes = cell('hazard criteria, or an empty cell')
  .transform(codes => codes.split(/\s+/).filter(code => code !== ''))
  .refine(codes => codes.every(code => hazards.find(code) !== undefined), {
    error: 'Expected criteria from HP1 to HP15, separated by spaces, such as HP3 HP14',
  })

const label = (language: string) =>
  cell(`the name in ${language}`)
    .min(1, `Expected the name in ${language}`)
    .max(labelLengthMax, `Expected at most ${labelLengthMax} characters`)

const arabicScript = /\p{Script=Arabic}/u

/** A line of the file, cell by cell. A message says what was expected, for it is read by whoever made the file. */
export const nationalRow = z
  .strictObject(
    {
      annex: part,
      chapter: part,
      section: part,
      item: part,
      class: z.enum(wasteClasses, `Expected one of ${wasteClasses.join(', ')}`),
      validFrom: day,
      validTo: dayOrNothing,
      hazards: hazardCodes,
      label_ar: label('Arabic').regex(arabicScript, 'Expected the name in Arabic script'),
      label_fr: label('French').refine(isNotArabic, 'Expected the name in French, found Arabic script'),
      label_en: cell('the name in English, or an empty cell')
        .max(labelLengthMax, `Expected at most ${labelLengthMax} characters`)
        .refine(isNotArabic, 'Expected the name in English, found Arabic script'),
    },
    `Expected ${nationalColumns.length} cells, found more`,
  )
  .refine(row => row.validTo === '' || row.validTo >= row.validFrom, {
    path: ['validTo'],
    error: 'Expected the last day on or after the first',
  })
  .refine(row => row.hazards.length === 0 || row.class === 'SD', {
    path: ['hazards'],
    error: 'Only class SD has hazard criteria: empty the cell or correct the class',
  })

export type NationalRow = z.infer<typeof nationalRow>

/** A cell is missing when the line ends before it. */
function cell(expected: string): z.ZodString {
  return z.string(`Expected ${expected}, but the line ends before this cell`)
}

function isNotArabic(text: string): boolean {
  return !arabicScript.test(text)
}
