import type { Value, Values, Wording } from './language.ts'
import { advice } from './phrases/advice.ts'
import { formats } from './phrases/formats.ts'
import { parameters } from './phrases/parameters.ts'
import { parties } from './phrases/parties.ts'
import { permits } from './phrases/permits.ts'
import { reasons } from './phrases/reasons.ts'
import { slots, things } from './phrases/slots.ts'
import { types, units } from './phrases/types-and-units.ts'

/**
 * What fills the sentences of refusals and warnings where it is neither a name nor a figure: each phrase once, in all
 * languages. In Arabic, what is written in Latin letters or signs is isolated.
 */
export const phrases = {
  ...advice,
  ...formats,
  ...parameters,
  ...parties,
  ...permits,
  ...reasons,
  ...slots,
  ...things,
  ...types,
  ...units,
}

export type PhraseName = keyof typeof phrases

/** Something that has a name of its own. */
export type Thing = keyof typeof things

export function phrase(name: PhraseName, values?: Values): Wording {
  const labels = phrases[name]
  return values === undefined ? { labels } : { labels, values }
}

/** Several of our own texts, one after the other with commas between them. */
export function enumerated(wordings: readonly Wording[]): Wording {
  const places = wordings.map((_, index) => `{item${index}}`)
  const values = Object.fromEntries(wordings.map((wording, index) => [`item${index}`, wording]))
  return { labels: { en: places.join(', '), fr: places.join(', '), ar: places.join('، ') }, values }
}

/** The phrase of that name; what is none, such as a message of zod's own, stays as it is. */
export function phraseOr(text: string): Value {
  return Object.hasOwn(phrases, text) ? phrase(text as PhraseName) : text // its keys are the names
}
