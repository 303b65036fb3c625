import type { Position } from '@athar/events/envelope.ts'
import type { StreamKey } from './stream-key.ts'

/**
 * The links of a block: for each event the key of its stream and the position of the event before it in that stream
 * (0 for the first). They let a stream be read backwards from its end, and the index be folded without reading a payload.
 */
export const bytesPerLink = 18
const keyBytes = 12

export interface Link {
  readonly key: StreamKey
  readonly previous: Position
}

export function writeLink(links: DataView, index: number, key: StreamKey, previous: Position): void {
  const offset = index * bytesPerLink
  links.setUint32(offset, key[0])
  links.setUint32(offset + 4, key[1])
  links.setUint32(offset + 8, key[2])
  links.setUint16(offset + keyBytes, Math.floor(previous / 2 ** 32))
  links.setUint32(offset + keyBytes + 2, previous % 2 ** 32)
}

export function readLink(links: DataView, index: number): Link {
  const offset = index * bytesPerLink
  return {
    key: [links.getUint32(offset), links.getUint32(offset + 4), links.getUint32(offset + 8)],
    previous: links.getUint16(offset + keyBytes) * 2 ** 32 + links.getUint32(offset + keyBytes + 2),
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
