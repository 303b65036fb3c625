/** The languages the system speaks. Which of them a screen shows first is a matter of the screen, not of this order. */
export const languages = ['en', 'fr', 'ar'] as const

export type Language = (typeof languages)[number]

/** One text in every language. A label that lacks one is a type error, not a fallback at run time. */
export type Labels = Readonly<Record<Language, string>>

/** A text of our own inside another, before it is put into words: data, which crosses threads and JSON as it is. */
export interface Wording {
  readonly labels: Labels
  /** What fills its places. */
  readonly values?: Values
}

/** What a template may mention. Words are a `Wording`; a text is a name, a code or a figure, the same in every language. */
export type Value = string | number | Wording

export type Values = Readonly<Record<string, Value>>

const firstStrongIsolate = '\u2068'
const popDirectionalIsolate = '\u2069'

/**
 * Fills the `{name}` places of a template. In Arabic each value is isolated, so that a plate or a code keeps its own
 * direction inside the sentence.
 */
export function fillTemplate(template: string, values: Values, language: Language): string {
  let filled = ''
  for (const [index, part] of partsOf(template).entries())
    filled += index % 2 === 0 ? part : placed(part, values, language)
  return filled
}

function placed(name: string, values: Values, language: Language): string {
  const value = values[name]
  if (value === undefined) return `{${name}}`
  const words = inWords(value, language)
  return language === 'ar' ? isolated(words) : words
}

/** Templates are texts of the source, and lists of a few places: there are some hundreds of them. */
const templatesMax = 1_000
const known = new Map<string, readonly string[]>()

/** Text and name of a place in turn, taken apart once: a page of alerts fills a hundred places. */
function partsOf(template: string): readonly string[] {
  const found = known.get(template)
  if (found !== undefined) return found
  if (known.size >= templatesMax) known.clear()
  const parts = template.split(/\{(\w+)\}/)
  known.set(template, parts)
  return parts
}

/** A value as it is said in a language. */
export function inWords(value: Value, language: Language): string {
  return typeof value === 'object' ? fillTemplate(value.labels[language], value.values ?? {}, language) : String(value)
}

/** A text that keeps its own direction whatever stands around it (Unicode bidi, UAX #9 §2.4.2). */
export function isolated(text: string): string {
  return `${firstStrongIsolate}${text}${popDirectionalIsolate}`
}
