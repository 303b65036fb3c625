import type { IndexEntry, Projection } from '../projection.ts'
import { registerNamedBy } from './documents.ts'
import { registersFold } from './registers-fold.ts'

export { registersFold }

/** All registers there are, by site: where a check of them begins. */
export const allRegisters = 'registers:all'

/**
 * The registers of decrees 04-410 and 09-19. Lines have no index: they are numbered without a gap, so the key of each is
 * known, and the first one that was recorded at a time is found by halving.
 */
export const registersProjection: Projection = {
  name: 'registers',
  version: 1,
  fold: registersFold,
  indexes(key): readonly IndexEntry[] {
    const named = registerNamedBy(key)
    return named === undefined ? nothing : [{ index: allRegisters, sort: named.site }]
  },
}

const nothing: readonly IndexEntry[] = []
