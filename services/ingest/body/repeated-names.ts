import { type FieldError, fieldError } from '@athar/events/field-errors.ts'
import { limits } from '@athar/events/limits.ts'
import { pointerOf } from '@athar/events/validation.ts'

interface Container {
  /** Names seen so far; `undefined` in an array. */
  readonly names: Set<string> | undefined
  step: string | number
}

const structural = /["{}[\],]/g
const jsonString = /"(?:[^"\\]|\\.)*"/y

/**
 * Finds a name that occurs twice in one object, or nesting beyond the limit, in text that `JSON.parse` accepts. The bytes
 * are kept as evidence, and two readers may take two different ones of a repeated name (RFC 8259 §4): so it is refused.
 */
export function strictnessError(text: string): FieldError | undefined {
  const open: Container[] = []
  let expectsName = false
  structural.lastIndex = 0
  for (let match = structural.exec(text); match !== null; match = structural.exec(text)) {
    const inside = open.at(-1)
    switch (match[0]) {
      case '{':
      case '[':
        if (open.length >= limits.jsonDepthMax)
          return fieldError(path(open), 'too-deep', { limit: limits.jsonDepthMax })
        open.push(match[0] === '{' ? { names: new Set(), step: '' } : { names: undefined, step: 0 })
        expectsName = match[0] === '{'
        break
      case '}':
      case ']':
        open.pop()
        expectsName = false
        break
      case ',':
        expectsName = inside?.names !== undefined
        if (inside !== undefined && typeof inside.step === 'number') inside.step++
        break
      default: {
        jsonString.lastIndex = match.index
        const token = jsonString.exec(text)?.[0] ?? '""'
        structural.lastIndex = match.index + token.length
        if (!expectsName || inside?.names === undefined) break
        expectsName = false
        const name = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1) // a JSON string is a string
        inside.step = name
        if (inside.names.has(name)) return fieldError(path(open), 'repeated-name', { name: name.slice(0, 100) })
        inside.names.add(name)
      }
    }
  }
  return undefined
}

function path(open: readonly Container[]): string {
  return pointerOf(open.map(container => container.step))
}
