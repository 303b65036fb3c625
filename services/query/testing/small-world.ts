import { oil, plant } from '@athar/events/testing/cast.ts'
import { permitGranted, permitSuspended, registeredSites } from '@athar/events/testing/directory-events.ts'
import { clock, submitted } from '@athar/events/testing/events.ts'
import {
  corrected,
  declared,
  handedOver,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'

const second = declared({ waste: oil }, { subject: 'MV-2', id: 'declared-2' })

/** A little of everything that can be read: a load that arrived, one that was turned away, a lot that was treated, permits. */
export const smallWorld = [
  ...registeredSites,
  submitted(
    'waste.organisation.registered',
    { name: 'Société de tri d’Hamici', roles: ['operator'] },
    { id: 'organisation', subject: plant.organisation, time: clock('06:00') },
  ),
  permitGranted(),
  permitSuspended(clock('08:30')),
  declared(),
  pickedUp(),
  handedOver(),
  received(),
  second,
  pickedUp({}, { subject: 'MV-2', id: 'picked-up-2' }),
  turnedAway({}, { subject: 'MV-2', id: 'turned-away-2' }),
  redirected({}, { subject: 'MV-2', id: 'redirected-2' }),
  corrected(second, { kg: 1100 }, { subject: 'MV-2' }),
  lotProduced(),
  treated(),
  stockAdjusted(),
]

/** What paths and parameters may name in it. */
export const namesInSmallWorld = [
  ...['MV-1', 'MV-2', 'L-1', 'L-2', 'T-1', 'P-1', 'S-PRODUCER', 'S-PLANT', 'S-OTHER'],
  ...['O-PRODUCER', 'O-PLANT', 'C-FIRST', 'C-SECOND', '170405', '130205', '16', 'R4', '2026-11-22'],
  ...['2026-11-22T12:00:00Z', 'incoming', 'outgoing', 'treatment'],
]
