import { closeSync, constants, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

/**
 * What was moved from the write-ahead log into the file of a view. It stands beside the view, because the view cannot say
 * it of itself: with a write-ahead log that was cut off or removed, SQLite opens a mixture of old and new pages without
 * a word. `backfill.ts` writes it, `soundness.ts` looks at it.
 */
export interface BackfillMark {
  /** Transactions up to this one are in the file, or may be in it in part. */
  readonly commits: number
  /** Pages in the file when last all was in it. It does not shrink. */
  readonly pages: number
  /** Whether the file is whole without its write-ahead log. */
  readonly isWhole: boolean
}

const bytes = 48

export function markFileOf(file: string): string {
  return `${file}-mark`
}

/**
 * Writes the mark and syncs it: it must be true of what comes after it on the disk. It is written over the one before, in
 * one piece and of the same length, so that a process that is killed leaves the one or the other.
 */
export function writeMark(file: string, { commits, pages, isWhole }: BackfillMark): void {
  const line = `${isWhole ? 'whole' : 'parts'} ${commits} ${pages}`
  const descriptor = openSync(markFileOf(file), constants.O_CREAT | constants.O_WRONLY, 0o600)
  try {
    writeSync(descriptor, `${line.padEnd(bytes - 1)}\n`, 0)
    fdatasyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A view without a mark is not opened again. */
export function removeMark(file: string): void {
  rmSync(markFileOf(file), { force: true })
}

/** The mark of a view; `undefined` when there is none that can be read. */
export function readMark(file: string): BackfillMark | undefined {
  const [, whole, commits, pages] = /^(whole|parts) (\d+) (\d+) *\n$/.exec(textOf(markFileOf(file))) ?? []
  if (whole === undefined) return undefined
  return { commits: Number(commits), pages: Number(pages), isWhole: whole === 'whole' }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
