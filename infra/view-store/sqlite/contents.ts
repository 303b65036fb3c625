import type { DatabaseSync } from 'node:sqlite'
import { entryContentName, journalContentName, journalContentValue } from '../content-names.ts'
import { journalPartMax, type ViewContent, type ViewReader } from '../port.ts'
import { JournalSoundness } from './journal-soundness.ts'

/** Everything in a view, over the connection of a snapshot. */
export async function* contentsOf(database: DatabaseSync, view: ViewReader): AsyncIterable<ViewContent> {
  const soundness = new JournalSoundness(database)
  for (const { name } of database.prepare('SELECT name FROM account ORDER BY name').iterate())
    yield* journalOf(String(name), view, soundness)
  for (const { key, json } of database.prepare('SELECT key, json FROM document ORDER BY key').iterate())
    yield { kind: 'document', name: String(key), value: String(json) }
  for (const { id, name } of database.prepare('SELECT id, name FROM index_name ORDER BY name').iterate())
    yield* entriesOf(database, Number(id), String(name))
  for (const { name, total } of database.prepare('SELECT name, total FROM tally ORDER BY name').iterate())
    yield { kind: 'tally', name: String(name), value: String(total) }
}

/** What does not follow from the journal of an account stands beside its first entries, so that they differ from what is due. */
async function* journalOf(account: string, view: ViewReader, soundness: JournalSoundness): AsyncIterable<ViewContent> {
  const unsound = soundness.whatIsUnsound(account)
  for (let offset = 0; ; offset += journalPartMax) {
    const entries = await view.journal(account, { offset, limit: journalPartMax })
    const wrong = offset === 0 ? unsound : undefined
    if (entries.length === 0 && wrong === undefined) return
    const value = journalContentValue(entries)
    yield {
      kind: 'account',
      name: journalContentName(account, offset),
      value: wrong === undefined ? value : `${value}\n${wrong}`,
    }
  }
}

function* entriesOf(database: DatabaseSync, id: number, index: string): Iterable<ViewContent> {
  const entries = database.prepare('SELECT sort, key FROM entry WHERE index_id = ? ORDER BY sort, key')
  for (const { sort, key } of entries.iterate(id))
    yield { kind: 'entry', name: entryContentName({ index, sort: String(sort), key: String(key) }), value: '' }
}
