import type { Activity } from '@athar/events/permit-check.ts'
import { carrier, plant } from '@athar/events/testing/cast.ts'
import { permitGranted, permitSuspended } from '@athar/events/testing/directory-events.ts'
import type { Payloads } from '@athar/events/testing/events.ts'
import { describe, expect, test } from 'vitest'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { directoryProjection } from './directory-projection.ts'
import type { DirectoryDocument } from './documents.ts'
import { directoryOf } from './known-directory.ts'
import { permitInForce } from './testing/permit-in-force.ts'

const oilByR9: Activity = { kind: 'treatment', code: '130205', operation: 'R9' }

describe('the plant may', () => {
  const inJuneMs = Date.parse('2026-06-01T10:00:00+01:00')

  /** The permit by which it may treat oil in June, when this permit was granted to it and suspended from these times on. */
  function permitFor(granted: Partial<Payloads['waste.permit.granted']>, ...stops: readonly string[]) {
    const grant = permitGranted({ holder: { site: plant.site }, kind: 'treatment', ...granted })
    const events = [grant, ...stops.map((from, place) => permitSuspended(from, { id: `suspended-${place}` }))]
    const documents = foldArrived([directoryProjection], events).documents().values()
    const directory = directoryOf(documents as Iterable<DirectoryDocument>) // of this fold
    return permitInForce(directory, [{ site: 'S-NONE' }, { site: plant.site }], oilByR9, inJuneMs)?.id
  }

  test('by a permit that is for it, on its days, the first and the last among them', () => {
    expect(permitFor({ validFrom: '2026-06-01', validTo: '2026-06-01' })).toBe('P-1')
    expect(permitFor({ validFrom: '2026-06-02' })).toBeUndefined()
    expect(permitFor({ validTo: '2026-05-31' })).toBeUndefined()
    expect(permitFor({ wastes: ['1401'] })).toBeUndefined()
  })

  test('no more once it is suspended', () => {
    expect(permitFor({}, '2026-06-01T10:00:01+01:00')).toBe('P-1')
    expect(permitFor({}, '2026-06-01T10:00:00+01:00')).toBeUndefined()
  })

  test('not by the permit of somebody else', () => {
    expect(permitFor({ holder: { organisation: carrier } })).toBeUndefined()
  })
})
