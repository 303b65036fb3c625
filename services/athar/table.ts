import { stripVTControlCharacters } from 'node:util'

const gap = '  '

/**
 * Columns under their headings, each as wide as its widest cell. Cells may be painted: colours take no width. Nothing is cut,
 * because half an id is of no use.
 */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...rows.map(row => width(row[column] ?? ''))),
  )
  return [headings, ...rows].map(row => formatRow(row, widths)).join('\n')
}

function formatRow(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
    .join(gap)
    .trimEnd()
}

/** Characters as people count them, so that a letter with its vowel signs is one. */
function width(text: string): number {
  return [...characters.segment(stripVTControlCharacters(text))].length
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
