import type { Speaker } from '../decision.ts'

/** Who plays in the tests: a producer, two plants and two carriers. A carrier is an organisation; a plant has a holder. */
export const producer = { organisation: 'O-PRODUCER', site: 'S-PRODUCER' } as const
export const plant = { organisation: 'O-PLANT', site: 'S-PLANT' } as const
export const otherPlant = { organisation: 'O-OTHER', site: 'S-OTHER' } as const
export const carrier = 'C-FIRST'
export const secondCarrier = 'C-SECOND'

export const authority: Speaker = { role: 'authority' }
export const service: Speaker = { role: 'service' }

/** A key that speaks for these organisations. */
export function party(...organisations: readonly string[]): Speaker {
  return { role: 'party', organisations: new Set(organisations) }
}

/** Iron and steel: not hazardous, so that nothing is noticed unless a test means it to be. */
export const steel = { code: '170405' }
/** Engine oil: absolutely hazardous. */
export const oil = { code: '130205' }
