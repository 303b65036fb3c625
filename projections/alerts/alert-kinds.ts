import type { Values } from '@athar/events/language.ts'
import { fillTemplate, isolated, type Labels, type Language } from '@athar/events/language.ts'
import { type WarningCode, warningTypes } from '@athar/events/warnings.ts'

interface AlertKindEntry {
  /** What it is called. */
  readonly label: Labels
  /** What it says of one case; a warning says what it said at the moment of recording. */
  readonly detail: Labels
}

/**
 * Every kind of alert, once: the warnings of the ledger, and what only shows when all that is known is looked at together.
 * An alert lasts as long as it follows from what is known: it ends when what is missing comes, or what is wrong is corrected.
 */
const entries = {
  'declaration-missing': warningOf('declaration-missing', {
    en: 'declaration missing',
    fr: 'déclaration manquante',
    ar: 'غياب التصريح',
  }),
  'pickup-missing': warningOf('pickup-missing', {
    en: 'pick-up missing',
    fr: 'enlèvement manquant',
    ar: 'غياب الرفع',
  }),
  'unexpected-site': warningOf('unexpected-site', {
    en: 'unexpected site',
    fr: 'site inattendu',
    ar: 'موقع غير منتظر',
  }),
  'unexpected-carrier': warningOf('unexpected-carrier', {
    en: 'unexpected carrier',
    fr: 'transporteur inattendu',
    ar: 'ناقل غير منتظر',
  }),
  'recorded-late': warningOf('recorded-late', {
    en: 'recorded late',
    fr: 'enregistrement tardif',
    ar: 'تسجيل متأخر',
  }),
  'after-cancellation': warningOf('after-cancellation', {
    en: 'movement in spite of its cancellation',
    fr: 'mouvement malgré son annulation',
    ar: 'حركة رغم إلغائها',
  }),
  'code-differs': warningOf('code-differs', {
    en: 'other waste than announced',
    fr: 'autre déchet que celui annoncé',
    ar: 'نفاية غير المعلن عنها',
  }),
  'time-order': warningOf('time-order', {
    en: 'custody times run backwards',
    fr: 'heures de prise en charge inversées',
    ar: 'أوقات تكفل معكوسة',
  }),
  'code-unknown': warningOf('code-unknown', {
    en: 'unknown waste code',
    fr: 'code de déchet inconnu',
    ar: 'رمز نفاية غير معروف',
  }),
  'permit-missing': warningOf('permit-missing', {
    en: 'no permit',
    fr: 'absence d’autorisation',
    ar: 'غياب الرخصة',
  }),
  'permit-expired': warningOf('permit-expired', {
    en: 'permit not in force',
    fr: 'autorisation hors validité',
    ar: 'رخصة غير سارية',
  }),
  'weight-differs': warningOf('weight-differs', {
    en: 'weight differs',
    fr: 'écart de poids',
    ar: 'فارق في الوزن',
  }),
  'certificate-missing': warningOf('certificate-missing', {
    en: 'acceptance certificate missing',
    fr: 'certificat d’acceptation manquant',
    ar: 'غياب شهادة القبول',
  }),
  'in-transit-too-long': {
    label: { en: 'in transit too long', fr: 'en transit depuis trop longtemps', ar: 'في الطريق منذ مدة طويلة' },
    detail: {
      en: 'on the way since {departed}; a receipt was due within {hours} h',
      fr: 'en route depuis {departed} ; une réception était attendue sous {hours} h',
      ar: 'في الطريق منذ {departed}؛ كان الاستقبال منتظرا خلال {hours} سا',
    },
  },
  'refused-not-redirected': {
    label: {
      en: 'refused load not redirected',
      fr: 'chargement refusé non réorienté',
      ar: 'حمولة مرفوضة لم تحول وجهتها',
    },
    detail: {
      en: '{site} refused {kg} kg, which have been neither redirected nor received anywhere else',
      fr: '{site} a refusé {kg} kg, qui n’ont été ni réorientés ni reçus ailleurs',
      ar: 'رفض الموقع {site} كمية {kg} كغ لم تحول وجهتها ولم تستقبل في مكان آخر',
    },
  },
  'load-lost': {
    label: { en: 'whole load lost', fr: 'chargement entièrement perdu', ar: 'ضياع الحمولة كلها' },
    detail: {
      en: '{lost} kg were reported lost on the way, of {kg} kg: nothing is left to arrive',
      fr: '{lost} kg ont été déclarés perdus en route, sur {kg} kg : il ne reste rien à recevoir',
      ar: 'صرح بضياع {lost} كغ في الطريق من أصل {kg} كغ؛ لم يبق ما يستقبل',
    },
  },
  'correction-waiting': {
    label: { en: 'correction waiting', fr: 'correction en attente', ar: 'تصحيح في الانتظار' },
    detail: {
      en: 'the correction of event {original} waits for the answer of {parties}',
      fr: 'la correction de l’événement {original} attend une réponse : {parties}',
      ar: 'تصحيح الحدث {original} ينتظر ردا من: {parties}',
    },
  },
  'hazardous-merged': {
    label: { en: 'hazardous lot merged', fr: 'lot dangereux mélangé', ar: 'حصة خطرة مخلوطة' },
    detail: {
      en: '{codes} left in the same output; hazardous waste is not mixed (law 01-19, art. 17)',
      fr: 'déchets {codes} sortis dans un même lot ; le mélange de déchets dangereux est interdit (loi 01-19, art. 17)',
      ar: `خرجت النفايات {codes} في حصة واحدة؛ يمنع خلط النفايات الخطرة (القانون ${isolated('01-19')}، المادة 17)`,
    },
  },
  'treated-without-permit': {
    label: { en: 'treated without a permit', fr: 'traité sans autorisation', ar: 'معالجة دون رخصة' },
    detail: {
      en: '{site} treated {code} by {operation} with no permit in force for it',
      fr: '{site} a traité {code} par {operation} sans autorisation en vigueur à cet effet',
      ar: 'عالج الموقع {site} نفايات {code} بالعملية {operation} دون رخصة سارية لها',
    },
  },
  'negative-stock': {
    label: { en: 'negative stock', fr: 'stock négatif', ar: 'مخزون سالب' },
    detail: {
      en: '{site} has {kg} kg of {code} in the books: more has left than came in',
      fr: '{site} a {kg} kg de {code} dans les comptes : il en est sorti plus qu’il n’en est entré',
      ar: 'رصيد الموقع {site} من {code} في الدفاتر {kg} كغ: خرج أكثر مما دخل',
    },
  },
  'lot-overdrawn': {
    label: { en: 'lot overdrawn', fr: 'lot à découvert', ar: 'حصة سحب منها أكثر مما فيها' },
    detail: {
      en: '{kg} kg more of {code} have been taken out of lot {lot} at {site} than came into it',
      fr: 'il est sorti du lot {lot} de {site} {kg} kg de {code} de plus qu’il n’y en est entré',
      ar: 'خرج من الحصة {lot} في الموقع {site} من {code} ما يزيد بـ {kg} كغ على ما دخل إليها',
    },
  },
  'lot-code-differs': {
    label: { en: 'lot taken under another code', fr: 'lot sorti sous un autre code', ar: 'حصة أخرجت تحت رمز آخر' },
    detail: {
      en: '{kg} kg more of lot {lot} at {site} were taken as {code} than came in as such; it came in as {codes}',
      fr: '{kg} kg de plus du lot {lot} de {site} sont sortis sous {code} qu’il n’en est entré sous ce code ; le lot est entré sous {codes}',
      ar: 'خرج من الحصة {lot} في الموقع {site} تحت الرمز {code} ما يزيد بـ {kg} كغ على ما دخل به؛ دخلت الحصة تحت {codes}',
    },
  },
  'hazardous-lot-recoded': {
    label: {
      en: 'hazardous lot under a code that is not',
      fr: 'lot dangereux sous un code non dangereux',
      ar: 'حصة خطرة تحت رمز نفاية غير خطرة',
    },
    detail: {
      en: '{kg} kg more of lot {lot} at {site} were taken as {code}, which is not hazardous, than came in as such; it came in as hazardous waste {codes}',
      fr: '{kg} kg de plus du lot {lot} de {site} sont sortis sous {code}, qui n’est pas dangereux, qu’il n’en est entré sous ce code ; le lot est entré comme déchet dangereux {codes}',
      ar: 'خرج من الحصة {lot} في الموقع {site} تحت الرمز غير الخطر {code} ما يزيد بـ {kg} كغ على ما دخل به؛ دخلت الحصة كنفاية خطرة {codes}',
    },
  },
  'over-capacity': {
    label: { en: 'storage over capacity', fr: 'capacité de stockage dépassée', ar: 'تجاوز قدرة التخزين' },
    detail: {
      en: '{site} holds {kg} kg; its permits allow {capacity} kg',
      fr: '{site} détient {kg} kg ; ses autorisations en admettent {capacity} kg',
      ar: 'يحوز الموقع {site} كمية {kg} كغ؛ رخصه تسمح بـ {capacity} كغ',
    },
  },
} as const satisfies Record<string, AlertKindEntry> & Record<WarningCode, AlertKindEntry>

export type AlertKind = keyof typeof entries

// Their keys are those of the table, in its order.
export const alertKinds = Object.keys(entries) as readonly AlertKind[] as readonly [AlertKind, ...AlertKind[]]

function warningOf(code: WarningCode, label: Labels): AlertKindEntry {
  return { label, detail: warningTypes[code] }
}

export function alertLabel(kind: AlertKind, language: Language): string {
  return entries[kind].label[language]
}

/** What is wrong, in the caller's language. */
export function alertDetail(kind: AlertKind, values: Values, language: Language): string {
  return fillTemplate(entries[kind].detail[language], values, language)
}
