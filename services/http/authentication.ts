import type { Speaker } from '@athar/events/decision.ts'
import { limits } from '@athar/events/limits.ts'
import { problem } from '@athar/events/problems.ts'
import type { KeyRecord, KeyRole, KeyStore } from '@athar/infra/key-store/port.ts'
import type { Caller } from '@athar/ledger/submission.ts'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { Refusal } from './problem-reply.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The key the request came with; set before any handler of a guarded route runs. */
    key: KeyRecord | null
  }
}

const bearer = /^Bearer +([\x21-\x7e]{1,200})$/i

function keyIn(request: FastifyRequest, keys: Pick<KeyStore, 'authenticate'>): KeyRecord | undefined {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? undefined : keys.authenticate(token, Date.now())
}

/** Lets a request pass that carries a valid key of one of the roles. Anything else is answered before its body is read. */
export function guard(keys: Pick<KeyStore, 'authenticate'>, roles: readonly KeyRole[]): onRequestHookHandler {
  return (request, _reply, done) => {
    const key = keyIn(request, keys)
    if (key === undefined) return done(new Refusal(problem('unauthenticated')))
    if (!roles.includes(key.role))
      return done(new Refusal(problem('role-may-not', { role: key.role, allowed: roles.join(', ') })))
    request.key = key
    done()
  }
}

/**
 * Calls `onClosed` once the key of a request opens nothing any more, because it was revoked or has expired: for an answer
 * that goes on for as long as its reader likes. Call what it returns when the answer is over.
 */
export function watchKey(
  request: FastifyRequest,
  keys: Pick<KeyStore, 'authenticate'>,
  onClosed: () => void,
): () => void {
  const watch = setInterval(() => {
    if (stillOpens(request, keys)) return
    clearInterval(watch)
    onClosed()
  }, limits.keyCheckEveryMs)
  return () => clearInterval(watch)
}

/** Keys that cannot be read open nothing: nobody knows whether this one was revoked. */
function stillOpens(request: FastifyRequest, keys: Pick<KeyStore, 'authenticate'>): boolean {
  try {
    return keyIn(request, keys) !== undefined
  } catch {
    return false
  }
}

export function keyOf(request: FastifyRequest): KeyRecord {
  if (request.key === null) throw new Error('this route has no guard')
  return request.key
}

export const writingRoles: readonly KeyRole[] = ['authority', 'party', 'service']
/** Who may read what everybody said. A party reads what it has a part in. */
export const readingAllRoles: readonly KeyRole[] = ['authority', 'service', 'inspector', 'analyst']
export const everyRole: readonly KeyRole[] = [...writingRoles, 'inspector', 'analyst']

/** The key as the ledger knows it: what it may say, and the name under which its events are recorded. */
export function callerOf(key: KeyRecord): Caller {
  const known = callers.get(key)
  if (known !== undefined) return known
  const caller = { speaker: speakerOf(key), recordedBy: `${key.role}:${key.id}` }
  callers.set(key, caller)
  return caller
}

/** One object for each key: what is handed to the ledger together then names it once. A changed key is another record. */
const callers = new WeakMap<KeyRecord, Caller>()

function speakerOf(key: KeyRecord): Speaker {
  switch (key.role) {
    case 'authority':
    case 'service':
      return { role: key.role }
    case 'party':
      return { role: 'party', organisations: key.organisations }
    case 'inspector':
    case 'analyst':
      throw new Error(`a key of role ${key.role} does not speak`)
  }
}
