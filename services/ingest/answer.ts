import type { Language } from '@athar/events/language.ts'
import { problemDocument } from '@athar/events/problems.ts'
import { type Warning, warningDocument } from '@athar/events/warnings.ts'
import type { ItemVerdict } from './submit-items.ts'

type Taken = Extract<ItemVerdict, { outcome: 'recorded' | 'duplicate' }>

/** A verdict as the wire shows it, as JSON. */
export function verdictDocument(verdict: Taken, language: Language): string {
  const { id, outcome, stream, revision, position, recordedAt, warnings } = verdict
  return `{"id":${JSON.stringify(id)},"outcome":"${outcome}","stream":"${stream}","revision":${revision},"position":${position},"recordedAt":"${recordedAt}","warnings":${warningsJson(warnings, language)}}`
}

/**
 * The items of the answer to a batch, as JSON, in the order sent. With `onlyRejected` (RFC 7240, `Prefer: return=minimal`)
 * only those that were rejected. Written out by hand: a batch of ten thousand is answered in a few milliseconds.
 */
export function batchItems(verdicts: readonly ItemVerdict[], language: Language, onlyRejected: boolean): string {
  const items: string[] = []
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.outcome === 'rejected') {
      const { id, outcome, problem } = verdict
      items.push(JSON.stringify({ index, id, outcome, problem: problemDocument(problem, language) }))
    } else if (!onlyRejected) {
      items.push(takenItem(index, verdict, language))
    }
  }
  return `[${items.join(',')}]`
}

function takenItem(index: number, verdict: Taken, language: Language): string {
  const { id, outcome, stream, revision, position, warnings } = verdict
  const said = warnings.length === 0 ? '' : `,"warnings":${warningsJson(warnings, language)}`
  return `{"index":${index},"id":${JSON.stringify(id)},"outcome":"${outcome}","position":${position},"stream":"${stream}","revision":${revision}${said}}`
}

function warningsJson(warnings: readonly Warning[], language: Language): string {
  return warnings.length === 0 ? '[]' : JSON.stringify(warnings.map(each => warningDocument(each, language)))
}
