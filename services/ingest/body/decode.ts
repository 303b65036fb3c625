import { isAscii, isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'
import { limits } from '@athar/events/limits.ts'
import { type Problem, problem } from '@athar/events/problems.ts'

type Decompress = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>

const decompressors: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', promisify(gunzip) as Decompress], // promisify picks another overload of each
  ['deflate', promisify(inflate) as Decompress],
  ['br', promisify(brotliDecompress) as Decompress],
  ['zstd', promisify(zstdDecompress) as Decompress],
])

/**
 * The text of a body: decompressed within the limit, so that a bomb goes off at its door, and decoded as UTF-8. Answers a
 * problem when the coding is not known, the bytes are cut or too many, or the text is not UTF-8.
 */
export async function decodeBody(
  body: Buffer,
  coding: string | undefined,
): Promise<{ readonly text: string } | { readonly refused: Problem }> {
  if (coding === undefined || coding === '' || coding === 'identity') return decodeText(body)
  const decompress = decompressors.get(coding.toLowerCase())
  if (decompress === undefined)
    return {
      refused: problem('unsupported-media-type', {
        given: `Content-Encoding: ${coding.slice(0, 50)}`,
        allowed: ['identity', ...decompressors.keys()].join(', '),
      }),
    }
  try {
    return decodeText(await decompress(body, { maxOutputLength: limits.bodyBytesMax }))
  } catch (error) {
    if (error instanceof RangeError)
      return { refused: problem('body-too-large', { limit: limits.bodyBytesMax, unit: 'bytes' }) }
    return { refused: problem('body-incomplete', { reason: `it is not ${coding}` }) }
  }
}

function decodeText(bytes: Buffer): { readonly text: string } | { readonly refused: Problem } {
  if (isAscii(bytes)) return { text: bytes.toString('latin1') } // the same characters, twice as fast
  if (!isUtf8(bytes)) return { refused: problem('not-json', { reason: 'the bytes are not UTF-8' }) }
  const text = bytes.toString('utf8')
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text } // a byte order mark is ignored: RFC 8259 §8.1
}
