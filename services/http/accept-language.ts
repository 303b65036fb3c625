import { type Language, languages } from '@athar/events/language.ts'
import { acceptedRanges } from './accepted-ranges.ts'

/**
 * Picks the language of an `Accept-Language` header (RFC 9110 §12.5.4) by quality, then by order.
 * English when nothing asked for is spoken here.
 */
export function negotiateLanguage(acceptLanguage = ''): Language {
  let best: Language = 'en'
  let bestQuality = 0
  for (const { name, quality } of acceptedRanges(acceptLanguage)) {
    const language = languages.find(spoken => name === spoken || name.startsWith(`${spoken}-`))
    if (language === undefined || quality <= bestQuality) continue
    best = language
    bestQuality = quality
  }
  return best
}
