import { carrier, otherPlant, plant, producer } from './cast.ts'
import { type Around, clock, type Payloads, submitted } from './events.ts'

/** What the authority keeps: sites with their holders, and permits. */

export function siteRegistered(
  site: string,
  changes: Partial<Payloads['waste.site.registered']> = {},
  around: Around = {},
) {
  return submitted(
    'waste.site.registered',
    { organisation: plant.organisation, name: 'Hamici', wilaya: '16', kinds: ['treatment'], ...changes },
    { id: `registered-${site}`, time: clock('07:00'), ...around, subject: site },
  )
}

/** The sites of the cast, each registered with its holder. */
export const registeredSites = [producer, plant, otherPlant].map(({ site, organisation }) =>
  siteRegistered(site, { organisation }),
)

export function permitGranted(changes: Partial<Payloads['waste.permit.granted']> = {}, around: Around = {}) {
  return submitted(
    'waste.permit.granted',
    {
      holder: { organisation: carrier },
      kind: 'transport',
      wastes: ['13'],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      ...changes,
    },
    { id: 'granted', subject: 'P-1', time: clock('07:00'), ...around },
  )
}

export function permitSuspended(from: string, around: Around = {}) {
  return submitted(
    'waste.permit.suspended',
    { reason: 'formal notice not followed', from },
    { id: 'suspended', subject: 'P-1', time: clock('07:10'), ...around },
  )
}

export function permitWithdrawn(from: string, around: Around = {}) {
  return submitted(
    'waste.permit.withdrawn',
    { reason: 'activity ended', from },
    { id: 'withdrawn', subject: 'P-1', time: clock('07:20'), ...around },
  )
}
