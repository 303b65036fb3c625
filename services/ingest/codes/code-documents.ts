import { eventTypes } from '@athar/events/catalogue.ts'
import { type CodeLists, codeLists } from '@athar/events/codes/code-lists.ts'
import { type EventType, newestVersion } from '@athar/events/event-type.ts'
import type { Labels } from '@athar/events/language.ts'
import { tagOf } from '../known-tag.ts'

/** A JSON document and the tag that changes when it does (RFC 9110 §8.8.3). */
export interface TaggedDocument {
  readonly json: string
  readonly etag: string
}

interface ListDocument {
  readonly name: string
  readonly title: Labels
  readonly source: string
  readonly items: readonly object[]
}

/** The event types as a code list: they have no dates, and their versions stand for them. */
const eventTypesName = 'event-types'

/** Which lists there are, with their titles in every language. */
export function listOfLists(lists: CodeLists = codeLists): TaggedDocument {
  const names = [eventTypesName, ...lists.names()]
  const items = names.flatMap(name => {
    const list = listDocument(lists, name)
    return list === undefined
      ? []
      : [{ name, title: list.title, source: list.source, href: `/v1/codes/${name}`, count: list.items.length }]
  })
  return tagged({ items })
}

/** A code list, or those of its entries that are valid on a day; `undefined` when there is no such list. */
export function codeListDocument(
  name: string,
  day: string | undefined,
  lists: CodeLists = codeLists,
): TaggedDocument | undefined {
  const list = listDocument(lists, name, day)
  return list === undefined ? undefined : tagged({ ...list, ...(day !== undefined && { at: day }) })
}

function listDocument(lists: CodeLists, name: string, day?: string): ListDocument | undefined {
  if (name === eventTypesName) return eventTypesDocument()
  const list = lists.get(name)
  if (list === undefined) return undefined
  const { title, source, entries } = list
  const items = day === undefined ? entries : entries.filter(entry => list.find(entry.code, day) === entry)
  return { name, title, source, items }
}

function eventTypesDocument(): ListDocument {
  return {
    name: eventTypesName,
    title: { en: 'Event types', fr: 'Types d’événements', ar: 'أنواع الأحداث' },
    source: 'Athar',
    items: Object.entries<EventType>(eventTypes).map(([code, type]) => ({
      code,
      labels: type.label,
      summary: type.summary,
      family: type.family,
      dataschema: `urn:athar:${code}:${newestVersion(type)}`,
      versions: newestVersion(type),
      example: type.example,
    })),
  }
}

function tagged(document: object): TaggedDocument {
  const json = JSON.stringify(document)
  return { json, etag: tagOf(json) }
}
