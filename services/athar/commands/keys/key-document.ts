import { type KeyRecord, type KeyRole, type KeyState, keyState } from '@athar/infra/key-store/port.ts'

/** A key as `--json` shows it. */
export interface KeyDocument {
  readonly id: string
  readonly role: KeyRole
  readonly state: KeyState
  readonly organisations?: readonly string[]
  readonly name?: string
  readonly createdAt: string
  readonly expiresAt?: string
  readonly revokedAt?: string
}

export function keyDocument(key: KeyRecord, nowMs: number): KeyDocument {
  return {
    id: key.id,
    role: key.role,
    state: keyState(key, nowMs),
    ...(key.role === 'party' && { organisations: [...key.organisations] }),
    ...(key.name !== undefined && { name: key.name }),
    createdAt: isoTime(key.createdAtMs),
    ...(key.expiresAtMs !== undefined && { expiresAt: isoTime(key.expiresAtMs) }),
    ...(key.revokedAtMs !== undefined && { revokedAt: isoTime(key.revokedAtMs) }),
  }
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString()
}
