import { phrases } from '../phrases.ts'

/** What stands between the places of English phrases, where it is more than a word: codes and names are words too. */
const english = Object.values(phrases)
  .flatMap(({ en }) => en.split(/\{\w+\}/))
  .map(part => part.trim())
  .filter(part => /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(part))

/** The English phrases in what should be said in another language. */
export function englishIn(text: string): readonly string[] {
  return english.filter(part => text.includes(part))
}
