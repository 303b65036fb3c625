import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'
import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { type Problem, problem } from '@athar/events/problems.ts'

type Decompress = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>

const decompressors: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', promisify(gunzip) as Decompress], // promisify picks another overload of each
  ['deflate', promisify(inflate) as Decompress],
  ['br', promisify(brotliDecompress) as Decompress],
  ['zstd', promisify(zstdDecompress) as Decompress],
])

type Decoded = { readonly bytes: Buffer } | { readonly refused: Problem }

/** Whether a `Content-Encoding` says that the bytes of a body are not those of its text. */
export function isCompressed(coding: string | undefined): coding is string {
  return coding !== undefined && coding !== '' && coding !== 'identity'
}

/**
 * The bytes of a body, decompressed within the limit, so that a bomb goes off at its door. Answers a problem when the
 * coding is not known, or the bytes are cut or too many.
 */
export async function decompress(body: Buffer, coding: string): Promise<Decoded> {
  const decompressor = decompressors.get(coding.toLowerCase())
  if (decompressor === undefined)
    return {
      refused: problem('unsupported-media-type', {
        given: `Content-Encoding: ${coding.slice(0, 50)}`,
        allowed: ['identity', ...decompressors.keys()].join(', '),
      }),
    }
  try {
    return { bytes: await decompressor(body, { maxOutputLength: limits.bodyBytesMax }) }
  } catch (error) {
    if (error instanceof RangeError)
      return { refused: problem('body-too-large', { limit: limits.bodyBytesMax, unit: phrase('bytes') }) }
    return { refused: problem('body-incomplete', { reason: phrase('not-in-coding', { coding }) }) }
  }
}
