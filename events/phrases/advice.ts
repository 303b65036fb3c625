import type { Labels } from '../language.ts'

/** What to do when the event that is there already is the wrong one: only what is said of movements can be corrected. */
export const advice = {
  'correct-it': {
    en: 'If that one is wrong, send a correction of it.',
    fr: 'S’il est faux, envoyez sa correction.',
    ar: 'إن كان خاطئا فأرسلوا تصحيحه.',
  },
  'correct-anew': {
    en: 'An answer stands. If it is wrong, the correction can be sent anew under another id.',
    fr: 'Une réponse est définitive. Si elle est fausse, la correction peut être renvoyée sous un autre identifiant.',
    ar: 'الرد نهائي. إن كان خاطئا فيمكن إرسال التصحيح من جديد بمعرف آخر.',
  },
  'adjust-stock': {
    en: 'If that one is wrong, put the stock right with an adjustment.',
    fr: 'S’il est faux, rectifiez le stock par un ajustement.',
    ar: 'إن كان خاطئا فصححوا المخزون بتسوية.',
  },
  'grant-another': {
    en: 'If that one is wrong, grant another permit, under another name.',
    fr: 'S’il est faux, accordez une autre autorisation, sous un autre nom.',
    ar: 'إن كان خاطئا فامنحوا رخصة أخرى باسم آخر.',
  },
} as const satisfies Record<string, Labels>
