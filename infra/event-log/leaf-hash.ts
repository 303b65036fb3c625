import { hash } from 'node:crypto'

const leafPrefix = Buffer.of(0)

/**
 * SHA-256 (0x00 ‖ bytes), the leaf of RFC 6962 §2.1, in hex: the hash of a stored event. The writer of blocks computes the
 * same without copying the event.
 */
export function leafHash(bytes: Uint8Array): string {
  return hash('sha256', Buffer.concat([leafPrefix, bytes]))
}
