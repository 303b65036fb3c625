import type { Waste } from '@athar/events/fields.ts'
import { addMass, gramsOf, kilograms } from '@athar/events/mass.ts'
import { originSite } from '@athar/events/movement/movement.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'
import { fateOf } from '@athar/events/treatment/treatment-arithmetic.ts'
import { wasteAtGate, wasteOf } from '../custody/waste-of-movement.ts'
import type {
  IncomingEntry,
  OutgoingEntry,
  RegisteredCarrier,
  RegisteredWaste,
  TreatmentEntry,
} from './register-line.ts'
import type { PickUp, Receipt, RegisteredMovement } from './registered-movement.ts'

/**
 * What registers say, from what is known of a movement or treatment today. The literals have their properties in
 * alphabetical order, which is that of the canonical form: see `RegisterLine`.
 */

/** What a site says of a load that left it: where to, as it was announced and as it was changed on the way. */
export function outgoingEntry(said: RegisteredMovement, { data }: PickUp): OutgoingEntry {
  const { declaration, redirections } = said
  const { carrier, kg, vehicle } = data
  const waste = wasteOf(said)
  return {
    acceptanceCertificate: declaration?.data.acceptanceCertificate,
    basis: kg === undefined ? declaration?.data.basis : data.basis,
    carriers: [{ carrier, plates: vehicle.plates }],
    kg: kg ?? declaration?.data.kg,
    lots: declaration?.data.lots?.map(({ kg, lot }) => ({ kg, lot })),
    operation: declaration?.data.plannedOperation,
    redirectedTo: redirections?.map(({ data }) => data.toSite),
    to: declaration?.data.toSite,
    waste: waste && registeredWaste(waste),
  }
}

/** What a site says of a load at its gate. */
export function incomingEntry(movement: string, said: RegisteredMovement, receipt: Receipt): IncomingEntry {
  const { declaration } = said
  const { data, time } = receipt
  const { acceptedKg, checks, leg = 1, netKg, outcome, reason, refusedKg, weighing } = data
  const waste = wasteAtGate(said, receipt)
  return {
    acceptanceCertificate: declaration?.data.acceptanceCertificate,
    acceptedKg,
    carriers: carriersUntil(said, time),
    checks: checks && {
      certificate: checks.certificate,
      document: checks.document,
      radioactivity: checks.radioactivity,
      visual: checks.visual,
    },
    from: originSite(said),
    kg: netKg,
    leg,
    lot: outcome === 'refused' ? undefined : (data.lot ?? movement),
    operation: declaration?.data.plannedOperation,
    outcome,
    reason: reason && { code: reason.code, text: reason.text },
    refusedKg,
    waste: waste && registeredWaste(waste),
    weighing: weighing && { grossKg: weighing.grossKg, tareKg: weighing.tareKg, ticket: weighing.ticket },
  }
}

/**
 * Who has had the load when it stands at a gate: who picked it up, whatever the clocks say, since there is one pick-up and
 * it was before every receipt; then those to whom it was handed over by that time.
 */
function carriersUntil({ pickUp, handOvers }: RegisteredMovement, time: string): readonly RegisteredCarrier[] {
  const carriers: RegisteredCarrier[] = []
  if (pickUp !== undefined) carriers.push({ carrier: pickUp.data.carrier, plates: pickUp.data.vehicle.plates })
  if (handOvers === undefined) return carriers
  const timeMs = Date.parse(time)
  for (const { data, time: handedAt } of handOvers)
    if (Date.parse(handedAt) <= timeMs) carriers.push({ carrier: data.toCarrier, plates: data.vehicle.plates })
  return carriers
}

/** What a site says of a treatment: what went in, what came out, and what became of the rest, to the gram. */
export function treatmentEntry(data: Treatment): TreatmentEntry {
  const { inputs, outputs = [], operation, lossKg = 0 } = data
  return {
    fateKg: kilograms(fateOf(data)),
    inputs: inputs.map(({ code, kg, lot }) => ({ code, kg, lot })),
    kg: kilograms(addMass(...inputs.map(({ kg }) => gramsOf(kg)))),
    lossKg,
    operation,
    outputs: outputs.map(({ kg, lot, waste }) => ({ kg, lot, waste: registeredWaste(waste) })),
  }
}

function registeredWaste({ code, hazards, list, name, state }: Waste): RegisteredWaste {
  return { code, hazards, list, name, state }
}
