import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mintKey, readKeyId, readToken } from './key-token.ts'

describe('a token', () => {
  test('is athar, a public id and a secret of 256 bits', () => {
    expect(mintKey().token).toMatch(/^athar_[a-z2-7]{10}_[A-Za-z0-9_-]{43}$/)
  })

  test('is read back to the id and hash it was made with, whatever the dice say', () => {
    const bytes = fc.infiniteStream(fc.nat(255))
    fc.assert(
      fc.property(bytes, stream => {
        const { token, id, secretHash } = mintKey(count => Uint8Array.from(stream.take(count)))
        expect(readToken(token)).toEqual({ id, secretHash })
      }),
    )
  })

  test('carries the plain SHA-256 of its secret', () => {
    const { token, secretHash } = mintKey()
    expect(Buffer.from(secretHash)).toEqual(createHash('sha256').update(token.slice(17)).digest())
  })

  test('is not read with a letter more or less, or with another beginning', () => {
    const { token } = mintKey()
    for (const text of ['', 'athar_', token.slice(1), `${token}a`, token.slice(0, -1), token.replace('athar', 'other')])
      expect(readToken(text)).toBeUndefined()
  })
})

test('a key can be named by its id or by its whole token', () => {
  const { token, id } = mintKey()
  expect(readKeyId(id)).toBe(id)
  expect(readKeyId(token)).toBe(id)
  for (const text of ['', 'UPPERCASES', `${id}a`, 'aaaaaaaaa1']) expect(readKeyId(text)).toBeUndefined()
})
