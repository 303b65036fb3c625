import type { Directory } from '@athar/events/directory/directory.ts'
import { directoryEvents } from '@athar/events/directory/schema.ts'
import { instant, reference } from '@athar/events/fields.ts'
import { inWords, type Language } from '@athar/events/language.ts'
import type { OrganisationDocument, PermitDocument, SiteDocument } from '@athar/projections/directory/documents.ts'
import { z } from 'zod'

/** The directory in the words of the wire: what was registered, as it was said, and when. */

const organisation = directoryEvents['waste.organisation.registered'].data.shape
const site = directoryEvents['waste.site.registered'].data.shape
const permit = directoryEvents['waste.permit.granted'].data.shape

const permitSchema = z.strictObject({
  id: reference,
  ...permit,
  inForce: z.boolean().describe('At the moment of asking'),
  notInForceBecause: z.string().optional().describe('Why it is not, in a few words'),
})

export const siteSummarySchema = z.strictObject({
  id: reference,
  ...site,
  registered: instant.describe('The time from which this is so: that of the newest registration'),
})

export const siteSchema = siteSummarySchema.extend({
  organisation: z
    .strictObject({ id: reference, name: organisation.name.optional().describe('Absent: it is not registered') })
    .describe('The organisation that holds it'),
  permits: z
    .array(permitSchema)
    .describe('Its own, then those of its organisation: what the site may do, it may by one of them'),
})

export const organisationSchema = z.strictObject({
  id: reference,
  ...organisation,
  registered: instant.describe('The time from which this is so: that of the newest registration'),
  permits: z.array(permitSchema),
})

export type PermitAnswer = z.infer<typeof permitSchema>
export type SiteSummary = z.infer<typeof siteSummarySchema>
export type SiteAnswer = z.infer<typeof siteSchema>
export type OrganisationAnswer = z.infer<typeof organisationSchema>

export function siteSummary({ registered: { subject, time, data } }: SiteDocument): SiteSummary {
  return { id: subject, ...data, registered: time }
}

export function siteAnswer(
  document: SiteDocument,
  holder: OrganisationDocument | undefined,
  permits: readonly PermitAnswer[],
): SiteAnswer {
  const { organisation, ...summary } = siteSummary(document)
  const name = holder?.registered.data.name
  return { ...summary, organisation: { id: organisation, ...(name !== undefined && { name }) }, permits: [...permits] }
}

export function organisationAnswer(
  { registered: { subject, time, data } }: OrganisationDocument,
  permits: readonly PermitAnswer[],
): OrganisationAnswer {
  return { id: subject, ...data, registered: time, permits: [...permits] }
}

/** Permits of a holder, and what each is worth at a time, in the caller's language. */
export function permitAnswers(
  documents: readonly PermitDocument[],
  directory: Pick<Directory, 'whyNotInForce'>,
  { nowMs, language }: { readonly nowMs: number; readonly language: Language },
): readonly PermitAnswer[] {
  return documents.flatMap(({ granted }) => {
    if (granted === undefined) return []
    const why = directory.whyNotInForce(granted.subject, nowMs)
    return [
      {
        id: granted.subject,
        ...granted.data,
        inForce: why === undefined,
        ...(why !== undefined && { notInForceBecause: inWords(why, language) }),
      },
    ]
  })
}
