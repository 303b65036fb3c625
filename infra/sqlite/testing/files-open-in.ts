import { readdirSync, readlinkSync } from 'node:fs'

/** What this process, with all its threads, has open in a folder. */
export function filesOpenIn(folder: string): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap(descriptor => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`)
      return file.startsWith(folder) ? [file] : []
    } catch {
      return [] // it was closed while this looked
    }
  })
}
