import type { Position } from '@athar/events/envelope.ts'
import { instant, operation, reference } from '@athar/events/fields.ts'
import type { Language, Values } from '@athar/events/language.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import { type AlertKind, alertDetail, alertKinds, alertLabel } from '@athar/projections/alerts/alert-kinds.ts'
import { z } from 'zod'

/** An alert on the wire: what is wrong, where, since when, and what proves it. */
export const alertSchema = z.strictObject({
  id: z.string().describe('The same for as long as it lasts'),
  kind: z.enum(alertKinds),
  label: z.string().describe('The kind in words'),
  open: z
    .boolean()
    .describe('Whether it is so now: always, unless `open=false` asked for deadlines that have not run out'),
  site: reference.optional().describe('Where it is to be put right'),
  movement: reference.optional(),
  treatment: reference.optional(),
  lot: reference.optional(),
  account: z.string().optional().describe('The account of the mass journal that shows it'),
  holder: reference.optional().describe('Who lacks the permit'),
  code: z.string().optional().describe('The waste'),
  operation: operation.optional(),
  since: instant.describe(
    'Since when it is so, by when things happened, whenever they were recorded; of a deadline that has not run out, when it will',
  ),
  detail: z.string(),
  count: z.int().optional().describe('How many times it happened'),
  countIsLeast: z.boolean().optional().describe('It happened more often: counting stopped there'),
  rule: z
    .strictObject({ name: z.string(), version: z.string() })
    .describe('What it was judged by: its kind, and the version of the legal parameters'),
  positions: z.array(z.int()).describe('The recorded events that prove it; of many the first'),
})

export type AlertAnswer = z.infer<typeof alertSchema>

export const alertColumns = [
  'id',
  'kind',
  'label',
  'open',
  'site',
  'movement',
  'treatment',
  'lot',
  'account',
  'holder',
  'code',
  'operation',
  'since',
  'detail',
  'count',
  'countIsLeast',
  'rule.version',
  'positions',
] as const

/** Cases of one alert that are put into words. */
const casesToldMax = 5

/** What an alert is about: as much of it as is known. */
type About = Partial<
  Pick<
    AlertAnswer,
    'site' | 'movement' | 'treatment' | 'lot' | 'account' | 'holder' | 'code' | 'operation' | 'count' | 'countIsLeast'
  >
>

export interface Finding {
  readonly kind: AlertKind
  /** What tells it from others of its kind. */
  readonly name: string
  readonly sinceMs: number
  /** Absent: those in force at `sinceMs`. */
  readonly rules?: string
  readonly cases: readonly Values[]
  readonly positions: readonly Position[]
  readonly about: About
}

/** A finding in the words of the wire. */
export function alertAnswer(
  { kind, name, sinceMs, rules = legalParametersAt(sinceMs).version, cases, positions, about }: Finding,
  { language, nowMs, isDeadline = false }: { language: Language; nowMs: number; isDeadline?: boolean },
): AlertAnswer {
  return {
    id: `${kind}/${name}`,
    kind,
    label: alertLabel(kind, language),
    open: !isDeadline || sinceMs <= nowMs,
    ...about,
    since: new Date(sinceMs).toISOString(),
    detail: cases
      .slice(0, casesToldMax)
      .map(values => alertDetail(kind, values, language))
      .join('; '),
    rule: { name: kind, version: rules },
    positions: [...positions],
  }
}
