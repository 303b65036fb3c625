import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import { isHazardous } from '@athar/events/hazardous.ts'
import type { Values } from '@athar/events/language.ts'
import { legalParametersAt } from '@athar/events/legal-parameters.ts'
import { namesInWords } from '@athar/events/names-in-words.ts'
import { unknownCodes } from '@athar/events/unknown-codes.ts'
import type { Warning } from '@athar/events/warnings.ts'
import type { LotDocument, TreatmentDocument } from '../custody/documents.ts'
import type { AlertKind } from './alert-kinds.ts'
import type { AlertName, DocumentAlert } from './document-alert.ts'
import { recordedLate } from './recorded-late.ts'

type Said = Pick<TreatmentDocument, 'id' | 'time' | 'timeMs' | 'recordedAt' | 'position'>
type NamedWaste = { readonly code: string; readonly list?: string | undefined }

const nothing: readonly DocumentAlert[] = []

/** What is wrong with a treatment, permits aside. */
export function treatmentAlerts(document: TreatmentDocument, codes: CodeLists): readonly DocumentAlert[] {
  const noticed = noticedOfTreatment(document, codes)
  const merged = mergedHazardous(document, codes)
  return merged === undefined ? noticed : [...noticed, merged]
}

/** One of these alerts; `undefined` when there is no such alert. A treatment is one event. */
export function treatmentAlert(
  { kind, event }: AlertName,
  document: TreatmentDocument,
  codes: CodeLists,
): DocumentAlert | undefined {
  if (document.id !== event) return undefined
  if (kind === 'hazardous-merged') return mergedHazardous(document, codes)
  return noticedOfTreatment(document, codes).find(alert => alert.kind === kind)
}

function noticedOfTreatment(document: TreatmentDocument, codes: CodeLists): readonly DocumentAlert[] {
  const { site, inputs, outputs = [] } = document.data
  const wastes = outputs.length === 0 ? inputs : [...inputs, ...outputs.map(({ waste }) => waste)]
  return noticedOf(document, site, wastes, codes)
}

/** What is wrong with what was said of a lot. */
export function lotAlerts({ produced, adjustments }: LotDocument, codes: CodeLists): readonly DocumentAlert[] {
  const ofProduction = produced && noticedOf(produced, produced.data.site, [produced.data.waste], codes)
  const ofCounts = adjustments.flatMap(count => noticedOf(count, count.data.site, [count.data], codes))
  return [...(ofProduction ?? nothing), ...ofCounts]
}

/** The warnings of the ledger, which depend on nothing else that is recorded. */
function noticedOf(
  said: Said,
  site: string,
  wastes: readonly NamedWaste[],
  codes: CodeLists,
): readonly DocumentAlert[] {
  const late = recordedLate(said)
  const unknown = unknownCodes(wastes, said.time, codes)
  if (late.length === 0 && unknown.length === 0) return nothing
  return [late, unknown].flatMap(warnings => alertOf(said, site, warnings))
}

/** One alert for warnings of one code. */
function alertOf(said: Said, site: string, warnings: readonly Warning[]): readonly DocumentAlert[] {
  const [first] = warnings
  return first === undefined ? [] : [alertAbout(said, site, first.code, distinct(warnings))]
}

function distinct(warnings: readonly Warning[]): readonly Values[] {
  const cases = new Map(warnings.map(({ values = {} }) => [JSON.stringify(values), values]))
  return [...cases.values()]
}

function alertAbout(
  { id, timeMs, position }: Said,
  site: string,
  kind: AlertKind,
  cases: readonly Values[],
): DocumentAlert {
  const rules = legalParametersAt(timeMs).version
  return { kind, event: id, sinceMs: timeMs, site, cases, positions: [position], rules }
}

/**
 * Hazardous waste that left in one output with other waste, or with hazardous waste of another code (law 01-19, art. 17):
 * each output has of each input. Lots of one code may be grouped.
 */
function mergedHazardous(document: TreatmentDocument, codes: CodeLists): DocumentAlert | undefined {
  const { time, data } = document
  const { site, inputs, outputs } = data
  if (outputs === undefined || inputs.length < 2) return undefined
  const merged = new Set(inputs.map(({ code }) => code))
  if (merged.size < 2) return undefined
  const hasHazardous = inputs.some(input => isHazardous(input, time, codes)) || isHazardousMixture(document, codes)
  return hasHazardous
    ? alertAbout(document, site, 'hazardous-merged', [{ codes: namesInWords([...merged].sort()) }])
    : undefined
}

/** Blending, repackaging, exchange, storage: what is hazardous afterwards was so before (Basel Convention, annex IV). */
const makesNothingNew: ReadonlySet<string> = new Set(['D13', 'D14', 'D15', 'R12', 'R13'])

/**
 * Whether something hazardous went in by what came out. An input has a code and no hazards, so that waste which is hazardous
 * by its hazards alone is not seen there. Of several outputs, the hazardous one may be what was sorted out.
 */
function isHazardousMixture({ time, data }: TreatmentDocument, codes: CodeLists): boolean {
  const { operation, outputs = [] } = data
  const [mixture] = outputs
  if (mixture === undefined || outputs.length > 1 || !makesNothingNew.has(operation)) return false
  return isHazardous(mixture.waste, time, codes)
}
