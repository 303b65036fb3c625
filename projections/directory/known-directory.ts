import { type Directory, FoldedDirectory } from '@athar/events/directory/directory.ts'
import type { DirectoryDocument } from './documents.ts'

/**
 * A directory of some sites and permits, as the deciders ask it: what a permit is worth at a time is one rule, and it
 * stands in `events/directory`. It knows what these documents say, and nothing of any other site or holder.
 */
export function directoryOf(documents: Iterable<DirectoryDocument>): Directory {
  const directory = new FoldedDirectory()
  for (const document of documents) {
    if (document.kind === 'site') directory.evolve(document.registered)
    if (document.kind !== 'permit') continue
    if (document.granted !== undefined) directory.evolve(document.granted)
    for (const stop of document.stops) directory.evolve(stop)
  }
  return directory
}
