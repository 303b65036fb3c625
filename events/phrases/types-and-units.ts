import { isolated, type Labels } from '../language.ts'

/** The types of JSON, under the names that zod and JavaScript have for them: end "must be …, not …". */
export const types = {
  string: { en: 'a string', fr: 'une chaîne', ar: 'نصا' },
  number: { en: 'a number', fr: 'un nombre', ar: 'عددا' },
  int: { en: 'a whole number', fr: 'un nombre entier', ar: 'عددا صحيحا' },
  boolean: { en: 'true or false', fr: 'true ou false', ar: `${isolated('true')} أو ${isolated('false')}` },
  array: { en: 'an array', fr: 'un tableau', ar: 'مصفوفة' },
  object: { en: 'an object', fr: 'un objet', ar: 'كائنا' },
  record: { en: 'an object', fr: 'un objet', ar: 'كائنا' },
  null: { en: 'null', fr: 'null', ar: `القيمة ${isolated('null')}` },
  'number-out-of-range': { en: 'a number out of range', fr: 'un nombre hors limites', ar: 'عددا خارج الحدود' },
} as const satisfies Record<string, Labels>

/** What is counted: stands after a number; in Arabic after « عدد », where its form does not hang on the number. */
export const units = {
  characters: { en: 'characters', fr: 'caractère(s)', ar: 'المحارف' },
  items: { en: 'items', fr: 'élément(s)', ar: 'العناصر' },
  bytes: { en: 'bytes', fr: 'octets', ar: 'البايتات' },
  events: { en: 'events', fr: 'événements', ar: 'الأحداث' },
} as const satisfies Record<string, Labels>
