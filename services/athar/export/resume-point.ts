import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import type { Packing } from './packing.ts'
import { lastWholeFrame, type ReadAt } from './zstd-frames.ts'

/** Where an export that was broken off can go on. */
export interface ResumePoint {
  /** Bytes of the file that are whole; what stands behind is to be cut off. */
  readonly bytes: number
  /** The last whole line; `undefined` when there is none. */
  readonly lastLine: string | undefined
  /** It is empty or begins as an export does. What does not is not ours to cut. */
  readonly isExport: boolean
}

/** A line is an event, of a quarter of a megabyte at most, and some words around it. */
const tailBytes = 1024 * 1024
const newline = 10

type End = Omit<ResumePoint, 'isExport'>

/** What every export begins with, however little of it there is. */
const beginnings = {
  plain: Buffer.from('{"position":'),
  zstd: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), // RFC 8878 §3.1.1
} as const

/** Looks at the end of an export; reads a megabyte of it, whatever its size. A gzip file does not show where it is whole. */
export function resumePoint(file: string, packing: Exclude<Packing, 'gzip'>): ResumePoint {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const readAt: ReadAt = (offset, length) => {
      const buffer = Buffer.alloc(length)
      return buffer.subarray(0, readSync(descriptor, buffer, 0, length, offset))
    }
    const end = packing === 'zstd' ? endOfFrames(readAt, size) : endOfLines(readAt, size)
    return { ...end, isExport: beginsAs(beginnings[packing], readAt) }
  } finally {
    closeSync(descriptor)
  }
}

function endOfLines(readAt: ReadAt, size: number): End {
  const start = Math.max(0, size - tailBytes)
  const tail = readAt(start, size - start)
  const end = tail.lastIndexOf(newline)
  return { bytes: end === -1 ? 0 : start + end + 1, lastLine: lastLineOf(tail) }
}

function endOfFrames(readAt: ReadAt, size: number): End {
  const frame = lastWholeFrame(readAt, size)
  if (frame === undefined) return { bytes: 0, lastLine: undefined }
  return {
    bytes: frame.end,
    lastLine: lastLineOf(zstdDecompressSync(readAt(frame.start, frame.end - frame.start))),
  }
}

function beginsAs(beginning: Buffer, readAt: ReadAt): boolean {
  const found = readAt(0, beginning.length)
  return found.equals(beginning.subarray(0, found.length))
}

function lastLineOf(lines: Buffer): string | undefined {
  const end = lines.lastIndexOf(newline)
  if (end === -1) return undefined
  return lines.toString('utf8', lines.lastIndexOf(newline, end - 1) + 1, end)
}
