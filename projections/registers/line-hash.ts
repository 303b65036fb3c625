import { hash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** What the first line of a register names as the hash before it: as many zeros. */
export const hashBeforeFirst = '0'.repeat(64)

/**
 * The hash of a line: SHA-256 over its JSON in UTF-8, in canonical form (RFC 8785: properties in alphabetical order, no
 * white space), with `previousHash` and without `hash`. So each line vouches for all the lines before it, and the last hash
 * of a register, written down or published, for the whole of it.
 *
 * A line of the NDJSON export is in that form. To hash its first line again, where there is no Athar:
 *
 *     head -n 1 register.ndjson | sed 's/"hash":"[0-9a-f]*",//' | tr -d '\n' | sha256sum
 *
 * and a line that stands as JSON in any other form in a file, with jq:
 *
 *     jq -cS 'del(.hash)' line.json | tr -d '\n' | sha256sum
 */
export function lineHash(line: object): string {
  return hashOfText(canonicalJson({ ...line, hash: undefined }))
}

/** The same for who has the text already. */
export function hashOfText(canonical: string): string {
  return hash('sha256', canonical)
}
