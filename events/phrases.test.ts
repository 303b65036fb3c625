import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldErrorTypes } from './field-errors.ts'
import { inWords, type Labels, languages, type Values } from './language.ts'
import { advice } from './phrases/advice.ts'
import { formats } from './phrases/formats.ts'
import { parameters } from './phrases/parameters.ts'
import { parties } from './phrases/parties.ts'
import { permits } from './phrases/permits.ts'
import { reasons } from './phrases/reasons.ts'
import { slots, things } from './phrases/slots.ts'
import { types, units } from './phrases/types-and-units.ts'
import { enumerated, type PhraseName, phrase, phraseOr, phrases } from './phrases.ts'
import { problemTypes } from './problems.ts'
import { englishIn } from './testing/english.ts'
import { warningTypes } from './warnings.ts'

const names = Object.keys(phrases).filter((name): name is PhraseName => name in phrases)

describe.each(names)('the phrase "%s"', name => {
  const { en, fr } = phrases[name]

  test('is said in French, not left in English', () => {
    const theSame: readonly PhraseName[] = [
      'lot',
      'site',
      'the-site',
      'organisation',
      'null',
      'production',
      'transport-permit',
    ]
    if (!theSame.includes(name)) expect(fr).not.toBe(en)
  })
})

test('no two phrases have one name', () => {
  const tables: readonly object[] = [
    advice,
    formats,
    parameters,
    parties,
    permits,
    reasons,
    slots,
    things,
    types,
    units,
  ]
  expect(tables.flatMap(table => Object.keys(table)).toSorted()).toEqual(names.toSorted())
})

describe('a phrase inside a sentence', () => {
  const sentences: readonly Labels[] = [
    ...Object.values(problemTypes).map(({ detail }) => detail),
    ...Object.values(fieldErrorTypes),
    ...Object.values(warningTypes),
  ]

  test('is in the language of the sentence, in every refusal and warning', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(...names),
        fc.constantFrom('fr', 'ar'),
        (labels, name, language) => {
          const said = phrase(name, filled(phrases[name], 'X-1'))
          const detail = inWords({ labels, values: filled(labels, said) }, language)
          expect(englishIn(detail)).toEqual([])
          if (labels.en.includes('{')) expect(detail).toContain(inWords(said, language))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('stands beside others with the comma of the language', () => {
    const all = enumerated([phrase('the-site', { name: 'S-1' }), phrase('the-carrier', { name: 'C-1' })])
    expect(inWords(all, 'en')).toBe('site S-1, carrier C-1')
    expect(inWords(all, 'fr')).toBe('site S-1, transporteur C-1')
    expect(inWords(all, 'ar')).toBe('\u2068الموقع \u2068S-1\u2069\u2069، \u2068الناقل \u2068C-1\u2069\u2069')
  })

  test('crosses threads and JSON, and says the same', () => {
    const slot = phrase('slot-of-party', { slot: phrase('receipt', { site: 'S', leg: 2 }), party: 'site:S' })
    for (const copy of [structuredClone(slot), JSON.parse(JSON.stringify(slot))])
      for (const language of languages) expect(inWords(copy, language)).toBe(inWords(slot, language))
  })

  test('is isolated in Arabic, and so is each code in it', () => {
    const why = phrase('valid-to', { day: '2026-11-21' })
    const labels = warningTypes['permit-expired']
    const isolated = '\u2068سارية إلى غاية \u20682026-11-21\u2069\u2069'
    expect(inWords({ labels, values: { permit: 'P-1', holder: 'C-1', code: '17', why } }, 'ar')).toContain(isolated)
  })
})

test('a text that names no phrase is said as it is', () => {
  for (const text of ['Invalid input', 'toString', '__proto__']) expect(phraseOr(text)).toBe(text)
  expect(phraseOr('day')).toEqual(phrase('day'))
})

/** Something for each place of a sentence. */
function filled({ en }: Labels, value: Values[string]): Values {
  return Object.fromEntries([...en.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, value]))
}
