import { z } from 'zod'
import type { EventType, PayloadsOf } from '../event-type.ts'
import {
  eventId,
  kg,
  operation,
  packages,
  place,
  printedNumber,
  reference,
  refusalReason,
  reportRepeated,
  says,
  someKg,
  text,
  vehicle,
  waste,
} from '../fields.ts'
import { limits } from '../limits.ts'
import { report } from '../validation.ts'
import { receiptArithmetic } from './receipt-arithmetic.ts'

/** Payloads of a movement: one consignment of one waste from a site to a site, through one or more carriers. */

const basis = z.enum(['estimated', 'weighed'])
const leg = z.int().min(1).max(limits.legMax)

const declared = z
  .strictObject({
    fromSite: reference,
    toSite: reference,
    waste,
    kg: someKg,
    basis,
    packages: packages.optional(),
    carriers: z.array(reference).min(1).max(limits.carriersMax).optional(),
    plannedOperation: operation.optional(),
    acceptanceCertificate: printedNumber.optional(),
    lots: z
      .array(z.strictObject({ lot: reference, kg: someKg }))
      .min(1)
      .max(limits.lotsMax)
      .optional(),
  })
  .check(context => {
    const { carriers, lots } = context.value
    reportRepeated(context, ['carriers'], carriers)
    reportRepeated(
      context,
      ['lots'],
      lots?.map(taken => taken.lot),
    )
  })

const pickedUp = z.strictObject({
  carrier: reference,
  vehicle,
  kg: someKg.optional(),
  basis: basis.optional(),
  packages: packages.optional(),
  seals: z.array(printedNumber).max(limits.sealsMax).optional(),
  place: place.optional(),
  driver: reference.optional(),
  fromSite: reference.optional(),
  waste: waste.optional(),
})

const handedOver = z
  .strictObject({ fromCarrier: reference, toCarrier: reference, vehicle, place: place.optional() })
  .check(context => {
    if (context.value.fromCarrier === context.value.toCarrier)
      report(context, ['toCarrier'], 'same-place', { other: 'fromCarrier' })
  })

const received = z
  .strictObject({
    site: reference,
    leg: leg.optional(),
    netKg: kg,
    weighing: z.strictObject({ grossKg: kg, tareKg: kg, ticket: printedNumber.optional() }).optional(),
    outcome: z.enum(['accepted', 'partly-accepted', 'refused']),
    acceptedKg: kg,
    refusedKg: kg,
    reason: z.strictObject({ code: refusalReason, text: text.optional() }).optional(),
    checks: z
      .strictObject({
        document: z.boolean().optional(),
        certificate: z.boolean().optional(),
        visual: z.boolean().optional(),
        radioactivity: z.boolean().optional(),
      })
      .optional(),
    lot: reference.optional(),
    waste: waste.optional(),
  })
  .check(receiptArithmetic)

const redirected = z.strictObject({ fromSite: reference, toSite: reference, reason: text }).check(context => {
  if (context.value.fromSite === context.value.toSite) report(context, ['toSite'], 'same-place', { other: 'fromSite' })
})

const cancelled = z.strictObject({ reason: text })

const incidentReported = z.strictObject({
  kind: z.enum(['accident', 'spill', 'fire', 'theft', 'breakdown', 'delay', 'other']),
  text,
  lostKg: someKg.optional(),
  place: place.optional(),
})

/** Which fields it may have, the type of its original says. A record drops `__proto__` without a word, so it is found before. */
const wholePayload = z.preprocess(
  (payload, context) => {
    if (typeof payload === 'object' && payload !== null && Object.hasOwn(payload, '__proto__'))
      report(context, ['__proto__'], 'unknown-field')
    return payload
  },
  z.record(z.string(), z.unknown()),
)

const corrected = z.strictObject({ corrects: eventId, data: wholePayload, reason: text })

const correctionApproved = z.strictObject({ correction: eventId, by: answeringParty(), reason: text.optional() })
const correctionDeclined = z.strictObject({ correction: eventId, by: answeringParty(), reason: text.optional() })

function answeringParty() {
  return z.union([z.strictObject({ site: reference }), z.strictObject({ carrier: reference })], {
    error: says('site-or-carrier'),
  })
}

export const movementEvents = {
  'waste.movement.declared': {
    family: 'movement',
    label: { en: 'declaration', fr: 'déclaration', ar: 'تصريح' },
    summary: 'A producer announces what will leave its site, how much, and where it is to go.',
    data: declared,
    example: {
      fromSite: 'S-ALG-017',
      toSite: 'S-CET-003',
      waste: { code: '130205', hazards: ['HP5', 'HP14'], state: 'liquid' },
      kg: 1840,
      basis: 'estimated',
      packages: [{ kind: 'drum', count: 10 }],
      carriers: ['C-204'],
      plannedOperation: 'R9',
      acceptanceCertificate: 'CAP-2026-0411',
    },
  },
  'waste.movement.picked-up': {
    family: 'movement',
    label: { en: 'pick-up', fr: 'enlèvement', ar: 'رفع' },
    summary: 'A carrier has taken the waste over. When nobody declared it, the carrier says from where and what.',
    data: pickedUp,
    example: {
      carrier: 'C-204',
      vehicle: { plates: ['00123-118-16'] },
      kg: 1835.5,
      basis: 'weighed',
      seals: ['SC-7781'],
    },
  },
  'waste.movement.handed-over': {
    family: 'movement',
    label: { en: 'hand-over', fr: 'remise', ar: 'تسليم' },
    summary: 'A carrier has handed the load over to the next one.',
    data: handedOver,
    example: { fromCarrier: 'C-204', toCarrier: 'C-118', vehicle: { plates: ['04521-120-09'] } },
  },
  'waste.movement.received': {
    family: 'movement',
    label: { en: 'receipt', fr: 'réception', ar: 'استقبال' },
    summary: 'A plant has weighed and checked the load at its gate, and accepted, partly accepted or refused it.',
    data: received,
    example: {
      site: 'S-CET-003',
      netKg: 1835.5,
      weighing: { grossKg: 13_975.5, tareKg: 12_140, ticket: 'PB-55102' },
      outcome: 'accepted',
      acceptedKg: 1835.5,
      refusedKg: 0,
      checks: { document: true, certificate: true, visual: true, radioactivity: true },
    },
  },
  'waste.movement.redirected': {
    family: 'movement',
    label: { en: 'redirection', fr: 'réorientation', ar: 'تحويل الوجهة' },
    summary: 'The load goes to another site than announced: after a refusal, or on the way.',
    data: redirected,
    example: { fromSite: 'S-CET-003', toSite: 'S-INC-001', reason: 'line stopped until Thursday' },
  },
  'waste.movement.cancelled': {
    family: 'movement',
    label: { en: 'cancellation', fr: 'annulation', ar: 'إلغاء' },
    summary: 'The producer withdraws its declaration before the load has left.',
    data: cancelled,
    example: { reason: 'production stopped' },
  },
  'waste.movement.incident-reported': {
    family: 'movement',
    label: { en: 'incident', fr: 'incident', ar: 'حادث' },
    summary: 'Something happened on the way; what was lost is booked as a loss.',
    data: incidentReported,
    example: {
      kind: 'spill',
      text: 'one drum leaked at the loading bay',
      lostKg: 42.5,
      place: { lat: 36.71, lon: 3.2 },
    },
  },
  'waste.movement.corrected': {
    family: 'movement',
    label: { en: 'correction', fr: 'correction', ar: 'تصحيح' },
    summary: 'The party that said something says it again, whole and right. The original stays in the log.',
    data: corrected,
    example: {
      corrects: '0193a5c2-7f10-7c4e-8a51-2f6f0b9d1e77',
      data: { carrier: 'C-204', vehicle: { plates: ['00123-118-16'] }, kg: 1853.5, basis: 'weighed' },
      reason: 'two digits swapped',
    },
  },
  'waste.movement.correction-approved': {
    family: 'movement',
    label: { en: 'approval of a correction', fr: 'approbation d’une correction', ar: 'الموافقة على تصحيح' },
    summary: 'A party whose event lies between the original and its correction agrees with the correction.',
    data: correctionApproved,
    example: { correction: '0193a5c2-8a10-7c4e-8a51-2f6f0b9d1e78', by: { site: 'S-CET-003' } },
  },
  'waste.movement.correction-declined': {
    family: 'movement',
    label: { en: 'refusal of a correction', fr: 'refus d’une correction', ar: 'رفض تصحيح' },
    summary: 'A party whose event lies between the original and its correction disagrees with the correction.',
    data: correctionDeclined,
    example: {
      correction: '0193a5c2-8a10-7c4e-8a51-2f6f0b9d1e78',
      by: { site: 'S-CET-003' },
      reason: 'our weighbridge found what was first said',
    },
  },
} as const satisfies Record<string, EventType>

export type MovementPayloads = PayloadsOf<typeof movementEvents>
export type MovementEventType = keyof MovementPayloads
export type Receipt = MovementPayloads['waste.movement.received']
