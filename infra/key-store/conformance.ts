import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mintKey } from './key-token.ts'
import { type KeyHolder, type KeyStore, keyLimits, keyRoles } from './port.ts'

/** One place where keys are kept, and as many stores over it as there are processes. */
export interface KeyStorePlace {
  /** A store over the place, as a process of its own would open it. */
  open(): KeyStore
  /** Every byte that the place holds, in any file. */
  contents(): Promise<Buffer>
  remove(): Promise<void>
}

const nowMs = Date.parse('2026-11-22T07:41:00+01:00')
const hourMs = 3_600_000
const carrier: KeyHolder = { role: 'party', organisations: new Set(['C-204', 'C-205']) }

/** What every key store promises, whatever it keeps its keys in. */
export function keyStoreConformance(adapter: string, makePlace: () => Promise<KeyStorePlace>): void {
  describe(`a key store in ${adapter}`, () => {
    let place: KeyStorePlace
    let store: KeyStore
    let others: KeyStore[]

    beforeEach(async () => {
      place = await makePlace()
      store = place.open()
      others = []
    })

    afterEach(async () => {
      for (const open of [store, ...others]) await open.close()
      await place.remove()
    })

    function openAnother(): KeyStore {
      const another = place.open()
      others.push(another)
      return another
    }

    async function createKey(holder: KeyHolder = carrier, expiresAtMs?: number) {
      const minted = mintKey()
      const record = await store.create({ ...holder, ...(expiresAtMs && { expiresAtMs }) }, minted, nowMs)
      return { ...minted, record }
    }

    test('a key opens, and tells whom it stands for', async () => {
      const { token, id } = await createKey()
      expect(store.authenticate(token, nowMs)).toEqual({ id, ...carrier, createdAtMs: nowMs })
    })

    test.each(keyRoles)('a key of role %s is kept as it was made', async role => {
      const holder = role === 'party' ? carrier : { role }
      const minted = mintKey()
      const name = 'جسر الوزن، حاسي مسعود'
      const record = await store.create({ ...holder, name, expiresAtMs: nowMs + hourMs }, minted, nowMs)
      expect(record).toEqual({ id: minted.id, ...holder, name, createdAtMs: nowMs, expiresAtMs: nowMs + hourMs })
      expect(await openAnother().list()).toEqual([record])
    })

    test('the secret is in no file and in no answer', async () => {
      const { token, record } = await createKey()
      const secret = token.split('_').slice(2).join('_')
      expect(secret).toHaveLength(43)
      expect((await place.contents()).includes(secret)).toBe(false)
      expect((await place.contents()).includes(Buffer.from(secret, 'base64url'))).toBe(false)
      expect(JSON.stringify([record, await store.list()])).not.toContain(secret)
    })

    test('a right id with a wrong secret opens nothing', async () => {
      const { token } = await createKey()
      const stranger = mintKey().token
      expect(store.authenticate(token.slice(0, 17) + stranger.slice(17), nowMs)).toBeUndefined()
      expect(store.authenticate(stranger, nowMs)).toBeUndefined()
    })

    test('a key opens until it expires, and not at that moment', async () => {
      const { token, id } = await createKey(carrier, nowMs + hourMs)
      expect(store.authenticate(token, nowMs + hourMs - 1)?.id).toBe(id)
      expect(store.authenticate(token, nowMs + hourMs)).toBeUndefined()
    })

    test('the expiry can be set, moved and taken away', async () => {
      const { token, id } = await createKey()
      await store.expire(id, nowMs)
      expect(store.authenticate(token, nowMs)).toBeUndefined()
      await store.expire(id, nowMs + hourMs)
      expect(store.authenticate(token, nowMs)?.id).toBe(id)
      expect(await store.expire(id, undefined)).not.toHaveProperty('expiresAtMs')
      expect(store.authenticate(token, nowMs + 1_000 * hourMs)?.id).toBe(id)
    })

    test('a revoked key opens nothing, from the next request on', async () => {
      const { token, id } = await createKey()
      expect(store.authenticate(token, nowMs)?.id).toBe(id)
      expect(await store.revoke(id, nowMs)).toMatchObject({ id, revokedAtMs: nowMs })
      expect(store.authenticate(token, nowMs)).toBeUndefined()
    })

    test('the first revocation stands, and no expiry undoes it', async () => {
      const { token, id } = await createKey()
      await store.revoke(id, nowMs)
      expect(await store.revoke(id, nowMs + hourMs)).toMatchObject({ revokedAtMs: nowMs })
      await store.expire(id, nowMs + 1_000 * hourMs)
      expect(store.authenticate(token, nowMs)).toBeUndefined()
    })

    test('there is nothing to revoke or expire under an unknown id', async () => {
      expect(await store.revoke('aaaaaaaaaa', nowMs)).toBeUndefined()
      expect(await store.expire('aaaaaaaaaa', nowMs)).toBeUndefined()
    })

    test('what another process does to a key is noticed in time', async () => {
      const { token, id } = await createKey()
      const another = openAnother()
      expect(another.authenticate(token, nowMs)?.id).toBe(id)

      await store.revoke(id, nowMs)
      expect(another.authenticate(token, nowMs + keyLimits.unnoticedMaxMs)).toBeUndefined()
    })

    test('a key that another process makes opens in time', async () => {
      const another = openAnother()
      expect(another.authenticate(mintKey().token, nowMs)).toBeUndefined()

      const { token, id } = await createKey()
      expect(another.authenticate(token, nowMs + keyLimits.unnoticedMaxMs)?.id).toBe(id)
    })

    test('a clock that is set back does not hide what another process did', async () => {
      const { token, id } = await createKey()
      const another = openAnother()
      expect(another.authenticate(token, nowMs)?.id).toBe(id)

      await store.revoke(id, nowMs)
      expect(another.authenticate(token, nowMs - hourMs)).toBeUndefined()
    })

    test('writes of two processes keep both', async () => {
      const another = openAnother()
      const first = await createKey()
      const second = mintKey()
      await another.create({ role: 'analyst' }, second, nowMs + 1)
      await store.revoke(second.id, nowMs + 2)
      await another.expire(first.id, nowMs + hourMs)
      expect(await store.list()).toEqual(await another.list())
      expect((await store.list()).map(key => key.id)).toEqual([first.id, second.id])
    })

    test('keys outlive the process', async () => {
      const { token, record } = await createKey()
      await store.close()
      store = place.open()
      expect(store.authenticate(token, nowMs)).toEqual(record)
    })

    test('a party key for nobody, or for too many, is not made', async () => {
      const crowd = Array.from({ length: keyLimits.organisationsMax + 1 }, (_, index) => `O-${index}`)
      for (const organisations of [[], crowd])
        await expect(createKey({ role: 'party', organisations: new Set(organisations) })).rejects.toThrow(RangeError)
      expect(await store.list()).toEqual([])
    })

    test('a party key may be for as many as there is room for', async () => {
      const crowd = Array.from({ length: keyLimits.organisationsMax }, (_, index) => `O-${index}`)
      const { token } = await createKey({ role: 'party', organisations: new Set(crowd) })
      expect(store.authenticate(token, nowMs)).toMatchObject({ role: 'party', organisations: new Set(crowd) })
    })

    test('no text that is not a token throws or opens', async () => {
      const { token } = await createKey()
      const mutated = fc
        .tuple(fc.nat(token.length - 1), fc.string({ unit: 'binary', maxLength: 3 }))
        .map(([place, put]) => token.slice(0, place) + put + token.slice(place + 1))
        .filter(text => text !== token)
      const anything = fc.oneof(
        mutated,
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.string({ unit: 'binary', minLength: 43, maxLength: 43 }).map(secret => token.slice(0, 17) + secret),
      )
      fc.assert(fc.property(anything, text => store.authenticate(text, nowMs) === undefined))
    })

    test('a megabyte of token is turned away unread', async () => {
      const { token } = await createKey()
      expect(store.authenticate(token.repeat(20_000), nowMs)).toBeUndefined()
    })
  })
}
