/** What a key may be for. Who may do what with which role is decided where it is done, not here. */
export const keyRoles = ['authority', 'party', 'service', 'inspector', 'analyst'] as const

export type KeyRole = (typeof keyRoles)[number]

/** Whom a key stands for: a party speaks for organisations, every other role for itself. */
export type KeyHolder =
  | { readonly role: 'party'; readonly organisations: ReadonlySet<string> }
  | { readonly role: Exclude<KeyRole, 'party'> }

/** A key to be. `name` says to people what it is for: "weighbridge of Hassi Messaoud". */
export type NewKey = KeyHolder & { readonly name?: string; readonly expiresAtMs?: number }

/** A key as the store knows it. The secret is not part of it: whoever reads this cannot use the key. */
export type KeyRecord = KeyHolder & {
  readonly id: string
  readonly name?: string
  readonly createdAtMs: number
  /** From this moment on the key opens nothing. */
  readonly expiresAtMs?: number
  readonly revokedAtMs?: number
}

/** What the store needs of a token. The secret itself never reaches a store that could write it down. */
export interface KeyFingerprint {
  readonly id: string
  /** SHA-256 of the secret, 32 bytes. */
  readonly secretHash: Uint8Array
}

export const keyLimits = {
  /** Organisations that one key may speak for: a group with all its branches. */
  organisationsMax: 1_000,
  /** All keys are held in memory, about half a kilobyte each; revoked ones stay, because the log names them. */
  keysMax: 100_000,
  /** How long another process' revocation may go unnoticed. */
  unnoticedMaxMs: 500,
} as const

/** The keys that open the ledger. A key is never deleted: `recordedBy` in the log names it for ever. */
export interface KeyStore {
  /** Keeps a new key, durably, and answers its record. Rejects with a RangeError when `key` is beyond `keyLimits`. */
  create(key: NewKey, fingerprint: KeyFingerprint, nowMs: number): Promise<KeyRecord>
  /** All keys, the expired and revoked too, oldest first. */
  list(): Promise<readonly KeyRecord[]>
  /** Ends a key for good. Revoking again changes nothing. Undefined when there is no such key. */
  revoke(id: string, nowMs: number): Promise<KeyRecord | undefined>
  /** Sets when a key ends, or that it does not. Undefined when there is no such key. */
  expire(id: string, expiresAtMs: number | undefined): Promise<KeyRecord | undefined>
  /**
   * The key that a token opens, or undefined when the token is malformed, unknown, expired or revoked: the caller learns
   * no more than that. It runs on every request, so it answers from memory, in time that does not depend on how
   * much of the secret was right; what other processes changed counts after `keyLimits.unnoticedMaxMs`.
   *
   * @throws KeyStoreFailure when the store cannot be read: then nobody knows whether the key was revoked.
   */
  authenticate(token: string, nowMs: number): KeyRecord | undefined
  close(): Promise<void>
}

/** Whether a key opens anything at a moment, or why not. */
export type KeyState = 'active' | 'expired' | 'revoked'

export function keyState(key: KeyRecord, nowMs: number): KeyState {
  if (key.revokedAtMs !== undefined) return 'revoked'
  return key.expiresAtMs !== undefined && key.expiresAtMs <= nowMs ? 'expired' : 'active'
}

export type KeyStoreFailureReason =
  | 'missing'
  | 'locked'
  | 'not-permitted'
  | 'damaged'
  | 'disk-full'
  | 'io-error'
  | 'other'

/** The store cannot be opened, read or written. */
export class KeyStoreFailure extends Error {
  override readonly name = 'KeyStoreFailure'
  readonly reason: KeyStoreFailureReason

  constructor(reason: KeyStoreFailureReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
