import { fillTemplate, isolated, type Labels, type Language, type Values } from './language.ts'

/**
 * What the ledger notices at once. A warning never stops an event: what happened is recorded, and flagged (DESIGN §1.2).
 */
export const warningTypes = {
  'declaration-missing': {
    en: 'nobody has declared this movement yet',
    fr: 'ce mouvement n’a pas encore été déclaré',
    ar: 'لم يصرح بعد بهذه الحركة',
  },
  'pickup-missing': {
    en: 'no pick-up of this movement is recorded yet',
    fr: 'aucun enlèvement de ce mouvement n’est encore enregistré',
    ar: 'لم يسجل بعد رفع هذه الحركة',
  },
  'unexpected-site': {
    en: 'received at {site}; the movement was bound for {expected}',
    fr: 'reçu à {site} ; le mouvement était destiné à {expected}',
    ar: 'استقبلت الحمولة في {site}؛ كانت الحركة متجهة إلى {expected}',
  },
  'unexpected-carrier': {
    en: 'carried by {carrier}; expected: {expected}',
    fr: 'transporté par {carrier} ; attendu : {expected}',
    ar: 'الناقل {carrier}؛ المنتظر: {expected}',
  },
  'recorded-late': {
    en: 'recorded {hours} h after it happened; {limit} h are allowed',
    fr: 'enregistré {hours} h après les faits ; {limit} h sont admises',
    ar: 'سجل بعد {hours} سا من وقوعه؛ المسموح به {limit} سا',
  },
  'after-cancellation': {
    en: 'happened although the movement was cancelled by event {by}',
    fr: 'survenu bien que le mouvement ait été annulé par l’événement {by}',
    ar: 'وقع رغم إلغاء الحركة بالحدث {by}',
  },
  'code-differs': {
    en: 'found as {found}, announced as {announced}',
    fr: 'constaté {found}, annoncé {announced}',
    ar: 'الرمز المعاين {found} والرمز المعلن {announced}',
  },
  'time-order': {
    en: '{event} happened before {other}, which custody puts first',
    fr: 'l’événement « {event} » est survenu avant « {other} », qui le précède dans la chaîne de prise en charge',
    ar: 'وقع «{event}» قبل «{other}» الذي يسبقه في سلسلة التكفل',
  },
  'code-unknown': {
    en: '{code} is not in the list "{list}" on that day',
    fr: '{code} ne figure pas à cette date dans la liste « {list} »',
    ar: 'الرمز {code} غير وارد في القائمة {list} في ذلك اليوم',
  },
  'permit-missing': {
    en: '{holder} has no {kind} permit for {code}',
    fr: '{holder} n’a pas d’autorisation ({kind}) pour {code}',
    ar: 'ليس لدى {holder} رخصة {kind} للرمز {code}',
  },
  'permit-expired': {
    en: 'permit {permit} of {holder} for {code} was not in force: {why}',
    fr: 'l’autorisation {permit} de {holder} pour {code} n’était pas en vigueur : {why}',
    ar: 'الرخصة {permit} التي يحوزها {holder} للرمز {code} لم تكن سارية: {why}',
  },
  'weight-differs': {
    en: 'received {received} kg, taken over {takenOver} kg: more than {percent} % and {kg} kg apart',
    fr: 'reçu {received} kg, pris en charge {takenOver} kg : écart de plus de {percent} % et {kg} kg',
    ar: `المستلم {received} كغ والمتكفل به {takenOver} كغ: الفارق يتجاوز ${isolated('{percent} %')} و{kg} كغ`,
  },
  'certificate-missing': {
    en: 'hazardous waste declared without a prior acceptance certificate (decree 04-410)',
    fr: 'déchet dangereux déclaré sans certificat d’acceptation préalable (décret 04-410)',
    ar: `صرح بنفاية خطرة دون شهادة القبول المسبق (المرسوم ${isolated('04-410')})`,
  },
} as const satisfies Record<string, Labels>

export type WarningCode = keyof typeof warningTypes

/** A warning before it is put into words. */
export interface Warning {
  readonly code: WarningCode
  readonly values?: Values
}

export function warning(code: WarningCode, values?: Values): Warning {
  return values === undefined ? { code } : { code, values }
}

/** A warning as the wire shows it, in the caller's language. */
export function warningDocument(noticed: Warning, language: Language): { code: WarningCode; detail: string } {
  return {
    code: noticed.code,
    detail: fillTemplate(warningTypes[noticed.code][language], noticed.values ?? {}, language),
  }
}
