import type { Labels } from '../language.ts'

/** What a permit is for, and why it is not in force. */
export const permits = {
  'transport-permit': { en: 'transport', fr: 'transport', ar: 'النقل' },
  'collection-permit': { en: 'collection', fr: 'collecte', ar: 'الجمع' },
  'treatment-permit': { en: 'treatment', fr: 'traitement', ar: 'المعالجة' },
  'not-granted': { en: 'not granted', fr: 'non accordée', ar: 'لم تمنح' },
  'valid-from': { en: 'valid from {day}', fr: 'valable à partir du {day}', ar: 'سارية ابتداء من {day}' },
  'valid-to': { en: 'valid to {day}', fr: 'valable jusqu’au {day}', ar: 'سارية إلى غاية {day}' },
  'suspended-from': { en: 'suspended from {time}', fr: 'suspendue à partir du {time}', ar: 'معلقة ابتداء من {time}' },
  'withdrawn-from': { en: 'withdrawn from {time}', fr: 'retirée à partir du {time}', ar: 'مسحوبة ابتداء من {time}' },
} as const satisfies Record<string, Labels>
