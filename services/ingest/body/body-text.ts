import { isAscii, isUtf8 } from 'node:buffer'
import { phrase } from '@athar/events/phrases.ts'
import { type Problem, problem } from '@athar/events/problems.ts'

/** The bytes of a body that are known to be text, read piece by piece: a piece that was read is forgotten soon. */
export class BodyText {
  readonly bytes: Buffer
  /** ASCII is read as Latin-1: the same characters, twice as fast. */
  readonly #encoding: 'latin1' | 'utf8'

  /** A byte order mark is ignored (RFC 8259 §8.1). Answers a problem when the bytes are not UTF-8. */
  static of(bytes: Buffer): BodyText | { readonly refused: Problem } {
    if (isAscii(bytes)) return new BodyText(bytes, 'latin1')
    if (!isUtf8(bytes)) return { refused: problem('not-json', { reason: phrase('not-utf8') }) }
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return new BodyText(isMarked ? bytes.subarray(3) : bytes, 'utf8')
  }

  private constructor(bytes: Buffer, encoding: 'latin1' | 'utf8') {
    this.bytes = bytes
    this.#encoding = encoding
  }

  read(from = 0, to = this.bytes.length): string {
    return this.bytes.toString(this.#encoding, from, to)
  }
}
