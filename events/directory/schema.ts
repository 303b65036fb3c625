import { z } from 'zod'
import { operations } from '../codes/operations.ts'
import type { EventType, PayloadsOf } from '../event-type.ts'
import {
  codePrefix,
  day,
  instant,
  kg,
  name,
  operation,
  place,
  printedNumber,
  reference,
  reportRepeated,
  says,
  text,
  wilaya,
} from '../fields.ts'
import { limits } from '../limits.ts'
import { report } from '../validation.ts'

/** Payloads of the directory: who is who, where, and with which permit. The authority keeps it. */

const organisationRole = z.enum(['producer', 'carrier', 'operator', 'authority'])
const siteKind = z.enum(['producer', 'storage', 'treatment', 'landfill'])
const permitKind = z.enum(['transport', 'collection', 'treatment'])

const organisationRegistered = z.strictObject({
  name,
  roles: z.array(organisationRole).min(1).max(organisationRole.options.length),
  identifiers: z
    .strictObject({ nif: printedNumber.optional(), nis: printedNumber.optional(), rc: printedNumber.optional() })
    .optional(),
})

const siteRegistered = z.strictObject({
  organisation: reference,
  name,
  wilaya,
  commune: name.optional(),
  location: place.optional(),
  kinds: z.array(siteKind).min(1).max(siteKind.options.length),
})

const permitGranted = z
  .strictObject({
    holder: z.union([z.strictObject({ organisation: reference }), z.strictObject({ site: reference })], {
      error: says('organisation-or-site'),
    }),
    kind: permitKind,
    wastes: z.array(codePrefix).min(1).max(limits.permitWastesMax),
    operations: z.array(operation).min(1).max(operations.entries.length).optional(),
    validFrom: day,
    validTo: day,
    capacityKg: kg.optional(),
  })
  .check(context => {
    const { validFrom, validTo, wastes } = context.value
    if (validTo < validFrom) report(context, ['validTo'], 'period-reversed', { other: 'validFrom' })
    reportRepeated(context, ['wastes'], wastes)
  })

const permitStopped = z.strictObject({ reason: text, from: instant })

export const directoryEvents = {
  'waste.organisation.registered': {
    family: 'organisation',
    label: { en: 'registration of an organisation', fr: 'enregistrement d’une organisation', ar: 'تسجيل مؤسسة' },
    summary: 'The authority registers a legal person, or registers it anew with what has changed.',
    data: organisationRegistered,
    example: { name: 'Transports Mitidja SARL', roles: ['carrier'], identifiers: { rc: '16/00-0123456B09' } },
  },
  'waste.site.registered': {
    family: 'site',
    label: { en: 'registration of a site', fr: 'enregistrement d’un site', ar: 'تسجيل موقع' },
    summary: 'The authority registers a place where waste is produced, stored or treated, and who holds it.',
    data: siteRegistered,
    example: {
      organisation: 'O-0042',
      name: 'CET de Hamici',
      wilaya: '16',
      commune: 'Mahelma',
      location: { lat: 36.68, lon: 2.86 },
      kinds: ['treatment', 'landfill'],
    },
  },
  'waste.permit.granted': {
    family: 'permit',
    label: { en: 'grant of a permit', fr: 'octroi d’une autorisation', ar: 'منح رخصة' },
    summary: 'The authority allows an organisation or a site to carry, collect or treat some wastes for a time.',
    data: permitGranted,
    example: {
      holder: { organisation: 'C-204' },
      kind: 'transport',
      wastes: ['13', '1605'],
      validFrom: '2025-01-01',
      validTo: '2029-12-31',
    },
  },
  'waste.permit.suspended': {
    family: 'permit',
    label: { en: 'suspension of a permit', fr: 'suspension d’une autorisation', ar: 'تعليق رخصة' },
    summary: 'The authority suspends a permit; what is allowed again is granted under another name.',
    data: permitStopped,
    example: { reason: 'formal notice not followed', from: '2026-10-01T00:00:00+01:00' },
  },
  'waste.permit.withdrawn': {
    family: 'permit',
    label: { en: 'withdrawal of a permit', fr: 'retrait d’une autorisation', ar: 'سحب رخصة' },
    summary: 'The authority withdraws a permit for good.',
    data: permitStopped,
    example: { reason: 'activity ended', from: '2026-12-31T00:00:00+01:00' },
  },
} as const satisfies Record<string, EventType>

export type DirectoryPayloads = PayloadsOf<typeof directoryEvents>
export type DirectoryEventType = keyof DirectoryPayloads
export type PermitKind = z.infer<typeof permitKind>
