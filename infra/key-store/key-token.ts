import { hash, randomBytes } from 'node:crypto'
import type { KeyFingerprint } from './port.ts'

/**
 * A token is `athar_<id>_<secret>`: a fixed beginning that secret scanners can look for, a public id of ten characters
 * that logs may show, and 32 random bytes in base64url.
 */
const beginning = 'athar_'
const idLength = 10
const secretBytes = 32
const secretLength = 43
const secretStart = beginning.length + idLength + 1
const tokenLength = secretStart + secretLength

/** RFC 4648 base 32 in lower case: no 0 and 1, which people read as O and l. */
const idAlphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const idPattern = new RegExp(`^[${idAlphabet}]{${idLength}}$`)

/** A token that was just made. This is the only place where it stands in clear. */
export interface MintedKey extends KeyFingerprint {
  readonly token: string
}

/** Makes a token. `random` answers as many unpredictable bytes as it is asked for. */
export function mintKey(random: (bytes: number) => Uint8Array = randomBytes): MintedKey {
  // 32 divides 256, so that every letter is as likely as any other.
  const id = Array.from(random(idLength), byte => idAlphabet[byte % idAlphabet.length]).join('')
  const secret = Buffer.from(random(secretBytes)).toString('base64url')
  return { id, token: `${beginning}${id}_${secret}`, secretHash: hashSecret(secret) }
}

/** The id and the hash of a token; undefined when it is none. It looks at sixty characters, whatever it is given. */
export function readToken(token: string): KeyFingerprint | undefined {
  if (token.length !== tokenLength || !token.startsWith(beginning) || token[secretStart - 1] !== '_') return undefined
  return { id: token.slice(beginning.length, secretStart - 1), secretHash: hashSecret(token.slice(secretStart)) }
}

/** The id in what a person gives to name a key: the id, or the whole token, as found where it leaked. */
export function readKeyId(idOrToken: string): string | undefined {
  const id = readToken(idOrToken)?.id ?? idOrToken
  return idPattern.test(id) ? id : undefined
}

/**
 * One round of SHA-256. Slow hashes (scrypt, Argon2) protect what people choose; nobody can guess 256 random bits, and a
 * slow hash on each request would be a way to stop the ledger.
 */
function hashSecret(secret: string): Uint8Array {
  return hash('sha256', secret, 'buffer')
}
