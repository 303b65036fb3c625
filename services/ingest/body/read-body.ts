import type { BodyForm } from '@athar/http/media-types.ts'
import { Turns } from '@athar/http/turns.ts'
import { decompress, isCompressed } from './decode.ts'
import { type ReadItems, readItems } from './read-items.ts'

/**
 * Compressed bodies that are unpacked and read at one moment: as many as Node has threads to unpack them. Eight kilobytes
 * may hold eight megabytes, and nobody has counted those: the others wait as they came.
 */
const unpackedMax = 4
const unpacking = new Turns(unpackedMax)

/** The items of a body as it arrived. A problem when it cannot be unpacked, or as a whole is not what its media type says. */
export function readBody(
  body: Buffer,
  coding: string | undefined,
  form: BodyForm,
  eventsMax: number,
): ReadItems | Promise<ReadItems> {
  return isCompressed(coding) ? unpackAndRead(body, coding, form, eventsMax) : readItems(body, form, eventsMax)
}

async function unpackAndRead(body: Buffer, coding: string, form: BodyForm, eventsMax: number): Promise<ReadItems> {
  await unpacking.take({ begins: true })
  try {
    const unpacked = await decompress(body, coding)
    return 'refused' in unpacked ? unpacked : await readItems(unpacked.bytes, form, eventsMax)
  } finally {
    unpacking.leave()
  }
}
