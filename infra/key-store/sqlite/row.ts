import type { SQLOutputValue } from 'node:sqlite'
import type { KeyHolder, KeyRecord, KeyRole } from '../port.ts'
import { KeyStoreFailure, keyRoles } from '../port.ts'

/** A key with what is needed to check a token against it. */
export interface StoredKey {
  readonly record: KeyRecord
  readonly secretHash: Uint8Array
  readonly change: number
}

type Row = Readonly<Record<string, SQLOutputValue>>

/** Reads a row of the table. Throws a KeyStoreFailure when the database holds what no Athar wrote. */
export function readRow(row: Row): StoredKey {
  const expiresAtMs = optionalNumber(row, 'expires_at_ms')
  const revokedAtMs = optionalNumber(row, 'revoked_at_ms')
  const name = row.name === null ? undefined : text(row, 'name')
  const record: KeyRecord = {
    id: text(row, 'id'),
    ...readHolder(row),
    ...(name !== undefined && { name }),
    createdAtMs: number(row, 'created_at_ms'),
    ...(expiresAtMs !== undefined && { expiresAtMs }),
    ...(revokedAtMs !== undefined && { revokedAtMs }),
  }
  const secretHash = row.secret_hash
  if (!(secretHash instanceof Uint8Array) || secretHash.length !== 32) throw unreadable('secret_hash')
  return { record, secretHash, change: number(row, 'change') }
}

function readHolder(row: Row): KeyHolder {
  const role = text(row, 'role')
  if (!isKeyRole(role)) throw unreadable('role')
  return role === 'party' ? { role, organisations: readOrganisations(row) } : { role }
}

function readOrganisations(row: Row): ReadonlySet<string> {
  const organisations: unknown = JSON.parse(text(row, 'organisations'))
  if (!Array.isArray(organisations) || !organisations.every(one => typeof one === 'string'))
    throw unreadable('organisations')
  return new Set(organisations)
}

function isKeyRole(role: string): role is KeyRole {
  return keyRoles.some(known => known === role)
}

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw unreadable(column)
  return value
}

function number(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw unreadable(column)
  return value
}

function optionalNumber(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : number(row, column)
}

function unreadable(column: string): KeyStoreFailure {
  return new KeyStoreFailure('damaged', `the column "${column}" of a key is not what Athar writes`)
}
