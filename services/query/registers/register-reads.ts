import type { RegisterKind } from '@athar/projections/registers/register-line.ts'
import type { z } from 'zod'
import type { Column } from '../http/csv.ts'
import { listRead } from '../http/list-read.ts'
import type { Page } from '../http/page.ts'
import { optional } from '../http/parameter.ts'
import { reference } from '../http/parameters.ts'
import type { Read, Unchanging } from '../http/read.ts'
import { holderOfSiteInPath } from '../http/readers.ts'
import { periodFrom, periodTo } from '../http/times.ts'
import { registerPage } from './register-page.ts'
import { incomingEntry, lineSchema, outgoingEntry, treatmentEntry } from './register-schemas.ts'

const howToCheck =
  `Lines are numbered from 1 without a gap, in the order in which they were recorded, and are never changed:
what turns out to be otherwise takes the next number, whole, and names in \`correctsNumber\` the line that it takes the place of.
\`hash\` is the SHA-256 of the line as JSON in canonical form (RFC 8785: properties in alphabetical order, no white space)
without \`hash\` itself, and \`previousHash\` is the \`hash\` of the line before, so that the last hash of a printed register vouches
for all of it. A line of NDJSON is in that form:
\`head -n 1 register.ndjson | sed 's/"hash":"[0-9a-f]*",//' | tr -d '\\n' | sha256sum\`;
from JSON in any form, \`jq -cS 'del(.hash)' line.json | tr -d '\\n' | sha256sum\`.`.replaceAll('\n', ' ')

interface RegisterDefinition<Entry extends z.ZodType> {
  readonly register: RegisterKind
  readonly operationId: string
  readonly summary: string
  readonly entry: Entry
  /** Names of the line and of its page in the description. */
  readonly names: readonly [string, string]
  readonly columns: readonly Column[]
}

/** `GET /v1/sites/{id}/registers/…` */
function registerRead<Entry extends z.ZodType>({
  register,
  operationId,
  summary,
  entry,
  names: [name, pageName],
  columns,
}: RegisterDefinition<Entry>): Read {
  const schema = lineSchema(register, entry)
  return listRead({
    path: `/v1/sites/{id}/registers/${register}`,
    operationId,
    tag: 'registers',
    summary,
    description: howToCheck,
    readers: holderOfSiteInPath('id'),
    projections: ['registers', 'directory'],
    pathParameters: { id: reference('The site.') },
    queryParameters: {
      from: optional(periodFrom('Lines recorded then or later: a register is read in the order of recording.')),
      to: optional(periodTo('Lines recorded before.')),
    },
    item: { name, schema },
    pageName,
    columns: [...before, ...columns, ...after],
    read: async ({ path, query, views }, wanted) => {
      const asked = { site: path.id, register, fromMs: query.from, beforeMs: query.to }
      const page = await registerPage(views.registers, asked, wanted)
      return page as Page<Unchanging<z.infer<typeof schema>>> // the fold writes entries of this register into it
    },
  })
}

const before: readonly Column[] = ['number', 'correctsNumber', 'withdrawn', 'time']
const after: readonly Column[] = [
  'event.id',
  'event.position',
  'cause',
  'position',
  'recordedAt',
  'recordedBy',
  'previousHash',
  'hash',
]
const wasteColumns: readonly Column[] = [
  'entry.waste.list',
  'entry.waste.code',
  'entry.waste.name',
  'entry.waste.hazards',
]
const transportColumns: readonly Column[] = ['entry.carriers.carrier', 'entry.carriers.plates']
const announcedColumns: readonly Column[] = ['entry.acceptanceCertificate', 'entry.operation']

export const incomingRead = registerRead({
  register: 'incoming',
  operationId: 'listIncoming',
  summary: 'The register of what came to a site, refused loads too',
  entry: incomingEntry,
  names: ['IncomingLine', 'IncomingPage'],
  columns: [
    'movement',
    'entry.leg',
    'entry.from',
    ...wasteColumns,
    'entry.kg',
    'entry.outcome',
    'entry.acceptedKg',
    'entry.refusedKg',
    'entry.reason.code',
    'entry.reason.text',
    ...announcedColumns,
    'entry.lot',
    ...transportColumns,
    'entry.weighing.grossKg',
    'entry.weighing.tareKg',
    'entry.weighing.ticket',
    'entry.checks.document',
    'entry.checks.certificate',
    'entry.checks.visual',
    'entry.checks.radioactivity',
  ],
})

export const outgoingRead = registerRead({
  register: 'outgoing',
  operationId: 'listOutgoing',
  summary: 'The register of what left a site',
  entry: outgoingEntry,
  names: ['OutgoingLine', 'OutgoingPage'],
  columns: [
    'movement',
    'entry.to',
    'entry.redirectedTo',
    ...wasteColumns,
    'entry.kg',
    'entry.basis',
    ...announcedColumns,
    'entry.lots.lot',
    'entry.lots.kg',
    ...transportColumns,
  ],
})

export const treatmentRead = registerRead({
  register: 'treatment',
  operationId: 'listTreatments',
  summary: 'The register of what was treated at a site',
  entry: treatmentEntry,
  names: ['TreatmentLine', 'TreatmentPage'],
  columns: [
    'treatment',
    'entry.operation',
    'entry.kg',
    'entry.inputs.lot',
    'entry.inputs.code',
    'entry.inputs.kg',
    'entry.outputs.lot',
    'entry.outputs.waste.code',
    'entry.outputs.kg',
    'entry.lossKg',
    'entry.fateKg',
  ],
})
