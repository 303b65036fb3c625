import type { Documents, FoldedEvent } from '../projection.ts'
import { emptyRegister, headKey, lineKey, type RegisterHead } from './documents.ts'
import { hashOfText } from './line-hash.ts'
import type { RegisterKind } from './register-line.ts'

export interface LineToWrite {
  readonly register: RegisterKind
  readonly site: string
  /** The event that the line is about. */
  readonly about: { readonly id: string; readonly position: number; readonly time: string }
  /** A `RegisterEntry` as JSON in canonical form. Absent when what the corrected line says is withdrawn. */
  readonly entry: string | undefined
  readonly corrects: number | undefined
}

/** Adds a line at the end of its register, because of an event, and answers its number. */
export function writeLine(cause: FoldedEvent, line: LineToWrite, documents: Documents): number {
  const { register, site } = line
  const end = headKey(site, register)
  const before = (documents.get(end) as RegisterHead | undefined) ?? emptyRegister // nothing else has such a key
  const number = before.count + 1
  const start = startOf(cause, line)
  const text = start + restOf(cause, line, number, before.hash)
  const hash = hashOfText(text)
  documents.add(
    lineKey(site, register, number),
    `${text.slice(0, start.length)},"hash":"${hash}"${text.slice(start.length)}`,
  )
  documents.set(end, { count: number, hash } satisfies RegisterHead)
  return number
}

/**
 * The text of a line before and after the place of its hash, in canonical form. Put together from its parts, which costs
 * half of what `JSON.stringify` does for the whole: references, times and keys hold no character that JSON escapes
 * (`events/fields.ts`, `events/envelope.ts`); ids of events may.
 */
function startOf({ type }: FoldedEvent, { about, entry, corrects }: LineToWrite): string {
  const correctsNumber = corrects === undefined ? '' : `,"correctsNumber":${corrects}`
  const said = entry === undefined ? '' : `,"entry":${entry}`
  return `{"cause":"${type}"${correctsNumber}${said},"event":{"id":${JSON.stringify(about.id)},"position":${about.position}}`
}

function restOf(
  { family, subject, position, recordedAt, recordedBy }: FoldedEvent,
  { register, site, about, entry }: LineToWrite,
  number: number,
  previousHash: string,
): string {
  const movement = family === 'movement' ? `,"movement":"${subject}"` : ''
  const treatment = family === 'treatment' ? `,"treatment":"${subject}"` : ''
  const withdrawn = entry === undefined ? ',"withdrawn":true' : ''
  return `${movement},"number":${number},"position":${position},"previousHash":"${previousHash}","recordedAt":"${recordedAt}","recordedBy":"${recordedBy}","register":"${register}","site":"${site}","time":"${about.time}"${treatment}${withdrawn}}`
}
