import { hashBeforeFirst } from './line-hash.ts'
import type { RegisterKind } from './register-line.ts'

/**
 * The documents: lines and ends of registers, under the keys below, and movements (`RegisteredMovement`), each under the name
 * of its stream, which is at hand in each event and has no slash.
 */

/** The end of a register: how many lines it has, and the hash of the last. */
export interface RegisterHead {
  readonly count: number
  readonly hash: string
}

/** The end of a register that has no line yet. */
export const emptyRegister: RegisterHead = { count: 0, hash: hashBeforeFirst }

/** Enough digits for a plant that weighs a load every second for thirty years. */
const numberDigits = 9

/** `register/S-CET-003/incoming`. */
export function headKey(site: string, register: RegisterKind): string {
  return `register/${site}/${register}`
}

/** `line/S-CET-003/incoming/000000017`: in order of name, the lines of a register are in order. */
export function lineKey(site: string, register: RegisterKind, number: number): string {
  return `line/${site}/${register}/${String(number).padStart(numberDigits, '0')}`
}

/** The register whose end a key names; `undefined` for other keys. A site has no slash in its name. */
export function registerNamedBy(key: string): { readonly site: string; readonly register: RegisterKind } | undefined {
  if (!key.startsWith('register/')) return undefined
  const [, site = '', register] = key.split('/')
  return { site, register: register as RegisterKind } // `headKey` has put it there
}
