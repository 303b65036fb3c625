import { plant } from '@athar/events/testing/cast.ts'
import { type Around, clock, type Payloads, submitted } from '@athar/events/testing/events.ts'

/** The registration of an organisation: that of the plant, unless a test says otherwise. */
export function organisationRegistered(
  organisation: string = plant.organisation,
  changes: Partial<Payloads['waste.organisation.registered']> = {},
  around: Around = {},
) {
  return submitted(
    'waste.organisation.registered',
    { name: 'Traitement Mitidja SPA', roles: ['operator'], ...changes },
    { id: `registered-${organisation}`, time: clock('07:00'), ...around, subject: organisation },
  )
}
