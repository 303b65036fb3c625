/** Reads so many bytes of a file at a place; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Buffer

export interface Frame {
  readonly start: number
  readonly end: number
}

const magic = 0xfd2fb528
const headerBytesMax = 18
const blockHeaderBytes = 3
const rleBlock = 1

/**
 * The last whole frame of a file of zstd frames, found from their headers without unpacking them; `undefined` when there is none.
 * Whatever stands behind it was cut off while it was written.
 */
export function lastWholeFrame(readAt: ReadAt, fileBytes: number): Frame | undefined {
  let last: Frame | undefined
  for (let start = 0; start < fileBytes; ) {
    const end = frameEnd(readAt, start)
    if (end === undefined || end > fileBytes) break
    last = { start, end }
    start = end
  }
  return last
}

/** Where a frame ends, RFC 8878 §3.1.1; `undefined` when it is not one, or is cut inside its headers. */
function frameEnd(readAt: ReadAt, start: number): number | undefined {
  const header = readAt(start, headerBytesMax)
  if (header.length < 6 || header.readUInt32LE(0) !== magic) return undefined
  const descriptor = header.readUInt8(4)
  const isSingleSegment = (descriptor & 0x20) !== 0
  const hasChecksum = (descriptor & 0x04) !== 0
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 0x03] ?? 0
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  let offset = start + 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes
  for (;;) {
    const block = readAt(offset, blockHeaderBytes)
    if (block.length < blockHeaderBytes) return undefined
    const word = block.readUIntLE(0, blockHeaderBytes)
    const isLast = (word & 1) !== 0
    const type = (word >> 1) & 3
    offset += blockHeaderBytes + (type === rleBlock ? 1 : word >> 3)
    if (isLast) return offset + (hasChecksum ? 4 : 0)
  }
}
