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
}

/** A line is an event, of a quarter of a megabyte at most, and some words around it. */
const tailBytes = 1024 * 1024
const newline = 10

/** Looks at the end of an export; reads a megabyte of it, whatever its size. A gzip file does not show where it is whole. */
export function resumePoint(file: string, packing: Exclude<Packing, 'gzip'>): ResumePoint {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const readAt: ReadAt = (offset, length) => {
      const buffer = Buffer.alloc(length)
      return buffer.subarray(0, readSync(descriptor, buffer, 0, length, offset))
    }
    return packing === 'zstd' ? endOfFrames(readAt, size) : endOfLines(readAt, size)
  } finally {
    closeSync(descriptor)
  }
}

function endOfLines(readAt: ReadAt, size: number): ResumePoint {
  const start = Math.max(0, size - tailBytes)
  const tail = readAt(start, size - start)
  const end = tail.lastIndexOf(newline)
  return { bytes: end === -1 ? 0 : start + end + 1, lastLine: lastLineOf(tail) }
}

function endOfFrames(readAt: ReadAt, size: number): ResumePoint {
  const frame = lastWholeFrame(readAt, size)
  if (frame === undefined) return { bytes: 0, lastLine: undefined }
  return {
    bytes: frame.end,
    lastLine: lastLineOf(zstdDecompressSync(readAt(frame.start, frame.end - frame.start))),
  }
}

function lastLineOf(lines: Buffer): string | undefined {
  const end = lines.lastIndexOf(newline)
  if (end === -1) return undefined
  return lines.toString('utf8', lines.lastIndexOf(newline, end - 1) + 1, end)
}
