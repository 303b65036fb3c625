/**
 * The national nomenclature of waste (decree 06-104), loaded from a file that the ministry provides.
 *
 * The file is text in UTF-8, a waste a line, cells separated by a tab, and begins with this header line:
 *
 *     annex  chapter  section  item  class  validFrom  validTo  hazards  label_ar  label_fr  label_en
 *
 * | column | what it holds |
 * |---|---|
 * | annex, chapter, section, item | the parts of the code, each a whole number from 1 to 999, Latin digits, no leading zero. `chapter` is the most general part, `item` the most particular, whichever way the printed table reads |
 * | class | MA household and similar, I inert, S special, SD special hazardous |
 * | validFrom | first day, `2006-03-05` |
 * | validTo | last day; empty while the code is in force |
 * | hazards | for SD only: criteria as `HP3 HP14`, separated by spaces; may be empty |
 * | label_ar, label_fr | the name in Arabic and in French |
 * | label_en | the name in English; empty: the French name is shown |
 *
 * A code that changed its meaning has one line for each meaning, whose days do not overlap. Empty lines are skipped.
 * "Unicode text" or tab-delimited as spreadsheets save it will do, once it is UTF-8: a byte order mark, Windows line ends
 * and cells within double quotes are understood; a tab or a line break within a cell is not.
 */

import type { z } from 'zod'
import type { ClassifiedWaste } from './classified-waste.ts'
import { type CodeList, codeList, conflictsIn } from './code-list.ts'
import { type NationalRow, nationalColumns, nationalRow, type WasteClass } from './national-row.ts'

/** A waste of the national nomenclature. `code` is `A<annex>:<chapter>.<section>.<item>`, e.g. `A1:2.1.5`. */
export interface NationalCode extends ClassifiedWaste {
  readonly annex: number
  readonly chapter: number
  readonly section: number
  readonly item: number
  readonly class: WasteClass
  /** Codes of the hazards list, `HP1` to `HP15`. */
  readonly hazards: readonly string[]
}

/** What is wrong with the file, and where. */
export interface NationalListError {
  /** From 1, the header being line 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly message: string
}

/**
 * Reads the national nomenclature from the text of its file, in the format described at the top.
 * Answers with the list, or with every line that is wrong; never with half a list.
 *
 * @param name the url name of the list
 * @throws Error when the name is none that a URL can hold (see `codeList`).
 */
export function parseNationalList(
  text: string,
  name = 'dz',
): { list: CodeList<NationalCode> } | { errors: NationalListError[] } {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const wrongHeader = headerErrors(cellsOf(header))
  if (wrongHeader.length > 0) return { errors: wrongHeader }

  const entries: NationalCode[] = []
  const lineOf = new Map<NationalCode, number>()
  const errors: NationalListError[] = []
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '') continue
    const line = index + 2
    const parsed = nationalRow.safeParse(rowOf(cellsOf(content)))
    if (parsed.success) {
      const entry = codeOf(parsed.data, name)
      entries.push(entry)
      lineOf.set(entry, line)
    } else {
      errors.push(...parsed.error.issues.map(issue => ({ line, column: columnOf(issue), message: issue.message })))
    }
  }
  for (const { older, newer } of conflictsIn(entries)) {
    const message = `${newer.code} is valid on the same days on line ${lineOf.get(older)}; end one before the other begins`
    errors.push({ line: lineOf.get(newer) ?? 1, column: nationalColumns.indexOf('validFrom') + 1, message })
  }
  if (entries.length === 0 && errors.length === 0) {
    errors.push({ line: 2, column: 1, message: 'The file has no waste, only the header' })
  }
  return errors.length > 0 ? { errors: errors.sort(byPlace) } : { list: nationalList(name, entries) }
}

/** The national nomenclature as a code list. */
function nationalList(name: string, entries: readonly NationalCode[]): CodeList<NationalCode> {
  return codeList({
    name,
    title: {
      en: 'National nomenclature of waste',
      fr: 'Nomenclature nationale des déchets',
      ar: 'القائمة الوطنية للنفايات',
    },
    source: 'Decree 06-104',
    entries,
  })
}

function codeOf(row: NationalRow, list: string): NationalCode {
  const { annex, chapter, section, item, validFrom, validTo, hazards } = row
  return {
    code: `A${annex}:${chapter}.${section}.${item}`,
    labels: { ar: row.label_ar, fr: row.label_fr, en: row.label_en === '' ? row.label_fr : row.label_en },
    validFrom,
    ...(validTo === '' ? {} : { validTo }),
    list,
    annex,
    chapter,
    section,
    item,
    class: row.class,
    hazardous: row.class === 'SD',
    hazards,
  }
}

/** Spreadsheets put a cell with a comma or a quote into quotes, and double the quotes within. */
function cellsOf(line: string): string[] {
  return line.split('\t').map(cell => {
    const content = cell.trim()
    return /^".*"$/.test(content) ? content.slice(1, -1).replaceAll('""', '"').trim() : content
  })
}

/** Cells by the name of their column. Cells too many go under `extra`, where the schema refuses them. */
function rowOf(cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(cells.map((cell, place) => [nationalColumns[place] ?? 'extra', cell]))
}

function headerErrors(cells: readonly string[]): NationalListError[] {
  const places = Array.from({ length: Math.max(cells.length, nationalColumns.length) }, (_, place) => place)
  return places
    .filter(place => cells[place] !== nationalColumns[place])
    .map(place => ({
      line: 1,
      column: place + 1,
      message: `The header has "${cells[place] ?? ''}" here, expected "${nationalColumns[place] ?? 'nothing more'}"`,
    }))
}

function columnOf(issue: z.core.$ZodIssue): number {
  const columns: readonly PropertyKey[] = nationalColumns
  const place = columns.indexOf(issue.path[0] ?? 'extra')
  return place === -1 ? columns.length + 1 : place + 1
}

function byPlace(a: NationalListError, b: NationalListError): number {
  return a.line - b.line || a.column - b.column
}
