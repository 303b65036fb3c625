import { fillTemplate, type Labels, type Language } from '@athar/events/language.ts'
import {
  type Problem,
  type ProblemCode,
  type ProblemDocument,
  problemDocument,
  problemTypes,
  type Values,
} from '@athar/events/problems.ts'

/** Refusals that only HTTP knows, in the form of the catalogue in `events/problems.ts`, which has all the others. */
export const edgeProblemTypes = {
  'malformed-request': {
    status: 400,
    title: { en: 'Malformed request', fr: 'Requête mal formée', ar: 'طلب غير سليم' },
    detail: {
      en: 'This is not a request of HTTP/1.1: {reason}. Send it again as RFC 9112 has it.',
      fr: 'Ce n’est pas une requête HTTP/1.1 : {reason}. Renvoyez-la selon la RFC 9112.',
      ar: 'ليس هذا طلب HTTP/1.1 صالحا: {reason}. أعيدوا إرساله وفق RFC 9112.',
    },
  },
  'not-acceptable': {
    status: 406,
    title: { en: 'Not acceptable', fr: 'Format non disponible', ar: 'صيغة غير متاحة' },
    detail: {
      en: 'There is no answer in the form that "Accept" asks for. Ask for one of: {offered}.',
      fr: 'Aucune réponse n’existe dans la forme demandée par « Accept ». Demandez l’une de : {offered}.',
      ar: 'لا يوجد جواب بالصيغة المطلوبة في Accept. اطلبوا إحدى: {offered}.',
    },
  },
  'request-timeout': {
    status: 408,
    title: { en: 'Request too slow', fr: 'Requête trop lente', ar: 'طلب بطيء جدا' },
    detail: {
      en: 'The request was not whole after {seconds} s. Nothing of it was recorded; send it again.',
      fr: 'La requête n’était pas complète après {seconds} s. Rien n’en a été enregistré ; renvoyez-la.',
      ar: 'لم يكتمل الطلب بعد {seconds} ثانية. لم يسجل منه شيء؛ أعيدوا إرساله.',
    },
  },
  'headers-too-large': {
    status: 431,
    title: { en: 'Headers too large', fr: 'En-têtes trop volumineux', ar: 'ترويسات كبيرة جدا' },
    detail: {
      en: 'The headers of the request are too large. Send fewer or shorter ones.',
      fr: 'Les en-têtes de la requête sont trop volumineux. Envoyez-en moins ou de plus courts.',
      ar: 'ترويسات الطلب كبيرة جدا. أرسلوا عددا أقل أو ترويسات أقصر.',
    },
  },
  'feeds-full': {
    status: 503,
    title: { en: 'Too many open feeds', fr: 'Trop de flux ouverts', ar: 'تدفقات مفتوحة كثيرة جدا' },
    detail: {
      en: '{limit} feeds are open already. Read pages instead, or try again after {seconds} s.',
      fr: '{limit} flux sont déjà ouverts. Lisez plutôt des pages, ou réessayez après {seconds} s.',
      ar: 'هناك {limit} تدفق مفتوح بالفعل. اقرؤوا الصفحات بدلا من ذلك أو حاولوا بعد {seconds} ثانية.',
    },
  },
} as const satisfies Record<string, { readonly status: number; readonly title: Labels; readonly detail: Labels }>

export type EdgeProblemCode = keyof typeof edgeProblemTypes

/** A refusal of the edge before it is put into words. */
export interface EdgeProblem {
  readonly code: EdgeProblemCode
  readonly values?: Values
}

/** A refusal for any reason there is. */
export type AnyProblem = Problem | EdgeProblem

export interface AnyProblemDocument extends Omit<ProblemDocument, 'code'> {
  readonly code: ProblemCode | EdgeProblemCode
}

export function edgeProblem(code: EdgeProblemCode, values: Values = {}): EdgeProblem {
  return { code, values }
}

/** Puts a refusal of either catalogue into the caller’s language. */
export function anyProblemDocument(refused: AnyProblem, language: Language): AnyProblemDocument {
  if (!isEdgeProblem(refused)) return problemDocument(refused, language)
  const { status, title, detail } = edgeProblemTypes[refused.code]
  return {
    type: `/problems/${refused.code}`,
    title: title[language],
    status,
    detail: fillTemplate(detail[language], refused.values ?? {}, language),
    code: refused.code,
  }
}

/** The status of a problem of either catalogue. */
export function statusOf(code: ProblemCode | EdgeProblemCode): number {
  return isEdgeCode(code) ? edgeProblemTypes[code].status : problemTypes[code].status
}

function isEdgeProblem(refused: AnyProblem): refused is EdgeProblem {
  return isEdgeCode(refused.code)
}

function isEdgeCode(code: ProblemCode | EdgeProblemCode): code is EdgeProblemCode {
  return Object.hasOwn(edgeProblemTypes, code)
}
