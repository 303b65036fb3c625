import type { Labels } from '../language.ts'

/** What has a name and may be asked for, or be recorded already. */
export const things = {
  movement: { en: 'movement {name}', fr: 'mouvement {name}', ar: 'الحركة {name}' },
  treatment: { en: 'treatment {name}', fr: 'traitement {name}', ar: 'المعالجة {name}' },
  lot: { en: 'lot {name}', fr: 'lot {name}', ar: 'الحصة {name}' },
  site: { en: 'site {name}', fr: 'site {name}', ar: 'الموقع {name}' },
  organisation: { en: 'organisation {name}', fr: 'organisation {name}', ar: 'المؤسسة {name}' },
  permit: { en: 'permit {name}', fr: 'autorisation {name}', ar: 'الرخصة {name}' },
  'code-list': { en: 'code list {name}', fr: 'liste de codes {name}', ar: 'قائمة الرموز {name}' },
} as const satisfies Record<string, Labels>

/** What can be said of a thing only once (DESIGN §4). */
export const slots = {
  declaration: { en: 'declaration', fr: 'déclaration', ar: 'التصريح' },
  'pick-up': { en: 'pick-up', fr: 'enlèvement', ar: 'الرفع' },
  'hand-over': { en: 'hand-over {from} to {to}', fr: 'remise de {from} à {to}', ar: 'التسليم من {from} إلى {to}' },
  receipt: {
    en: 'receipt at {site}, leg {leg}',
    fr: 'réception à {site}, étape {leg}',
    ar: 'الاستقبال في {site}، المرحلة {leg}',
  },
  redirection: {
    en: 'redirection {from} to {to}',
    fr: 'réorientation de {from} vers {to}',
    ar: 'تحويل الوجهة من {from} إلى {to}',
  },
  cancellation: { en: 'cancellation', fr: 'annulation', ar: 'الإلغاء' },
  answer: {
    en: 'answer of {party} to {correction}',
    fr: 'réponse de {party} à {correction}',
    ar: 'رد {party} على {correction}',
  },
  'slot-of-party': { en: '{slot}, of {party}', fr: '{slot}, de {party}', ar: '{slot} لـ {party}' },
  performance: { en: 'performance', fr: 'exécution', ar: 'التنفيذ' },
  production: { en: 'production', fr: 'production', ar: 'الإنتاج' },
  grant: { en: 'grant', fr: 'octroi', ar: 'المنح' },
  withdrawal: { en: 'withdrawal', fr: 'retrait', ar: 'السحب' },
} as const satisfies Record<string, Labels>
