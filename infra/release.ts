/**
 * Gives memory back at once that nobody will read again. Left to the garbage collector, what has waited for the disk is old
 * by then and stays until the old part of the heap is collected: a hundred megabytes at full speed, and for their sake that
 * collection comes twice as often.
 */
export function release(memory: ArrayBufferLike): void {
  if (memory instanceof ArrayBuffer && !memory.detached) memory.transfer(0)
}

/** The same for bytes that have their memory to themselves; short ones share theirs with others, and are left alone. */
export function releaseBytes({ buffer, byteLength }: Uint8Array): void {
  if (byteLength === buffer.byteLength && byteLength >= ownMemoryMin) release(buffer)
}

/** Node shares memory among buffers of less than half of `Buffer.poolSize`. */
const ownMemoryMin = Buffer.poolSize
