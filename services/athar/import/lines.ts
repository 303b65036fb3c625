import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { limits } from '@athar/events/limits.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure, exitCodeOf } from '../failure.ts'

export interface Line {
  /** From 1, as editors count. */
  readonly number: number
  readonly text: string
}

const chunkBytes = 1024 * 1024
/** An event, and what the ledger writes around it. */
const lineCharactersMax = limits.eventBytesMax + 1_000

/**
 * The lines of a file, or of stdin (`-`), some at a time; a packed one is told by its first bytes. Empty lines are passed over.
 *
 * @throws CommandFailure naming the line at which the file is cut, damaged, or no text in UTF-8.
 */
export async function* readLines(file: string, stdin: Readable): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 0
  let rest = ''
  function linesOf(parts: readonly string[]): readonly Line[] {
    return parts.map(text => ({ number: ++number, text })).filter(({ text }) => text !== '')
  }
  try {
    for await (const chunk of file === '-' ? stdin : unpacked(file)) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = parts.pop() ?? ''
      if (rest.length > lineCharactersMax)
        throw new CommandFailure(exitCodes.dataDamaged, `it is longer than any event can be: are these lines of JSON?`)
      yield linesOf(parts)
    }
    decoder.decode()
  } catch (error) {
    const exitCode = exitCodeOf(error)
    const why = error instanceof Error ? error.message : error
    throw new CommandFailure(
      exitCode === exitCodes.internal ? exitCodes.dataDamaged : exitCode,
      `${file}, line ${number + 1}: ${why}`,
      { cause: error },
    )
  }
  if (rest !== '')
    throw new CommandFailure(exitCodes.dataDamaged, `${file}, line ${number + 1}: the file ends inside this line`)
}

const gzipMagic = Buffer.of(0x1f, 0x8b)
const zstdMagic = Buffer.of(0x28, 0xb5, 0x2f, 0xfd)

function unpacked(file: string): Readable {
  const start = firstBytes(file)
  const bytes = createReadStream(file, { highWaterMark: chunkBytes })
  const unpacker = start.subarray(0, 2).equals(gzipMagic)
    ? createGunzip({ chunkSize: chunkBytes })
    : start.equals(zstdMagic)
      ? createZstdDecompress({ chunkSize: chunkBytes })
      : undefined
  if (unpacker === undefined) return bytes
  // Closes the file when its reader stops early. What fails is thrown by the last stream, to whoever reads it.
  return pipeline(bytes, unpacker, () => {})
}

function firstBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(zstdMagic.length)
    return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0))
  } finally {
    closeSync(descriptor)
  }
}
