import { constants, gzipSync, zstdCompressSync } from 'node:zlib'

/** How the lines of an export are packed, by the end of the file's name. */
export type Packing = 'plain' | 'gzip' | 'zstd'

export function packingOf(file: string): Packing {
  if (file.endsWith('.gz')) return 'gzip'
  return file.endsWith('.zst') ? 'zstd' : 'plain'
}

const zstdOptions = { params: { [constants.ZSTD_c_checksumFlag]: 1 } }

/**
 * Packs whole lines as a member (gzip, RFC 1952 §2.2) or frame (zstd, RFC 8878 §3) of its own, with a checksum. One after the
 * other they are one file to every tool, and a file that was cut is whole up to its last complete one.
 */
export function pack(lines: Buffer, packing: Packing): Buffer {
  switch (packing) {
    case 'plain':
      return lines
    case 'gzip':
      return gzipSync(lines)
    case 'zstd':
      return zstdCompressSync(lines, zstdOptions)
  }
}
