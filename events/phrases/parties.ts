import type { Labels } from '../language.ts'

/** Who has a part in a movement. */
export const parties = {
  'the-site': { en: 'site {name}', fr: 'site {name}', ar: 'الموقع {name}' },
  'the-carrier': { en: 'carrier {name}', fr: 'transporteur {name}', ar: 'الناقل {name}' },
  'origin-of-movement': {
    en: 'the site of origin that the recorded events of the movement name',
    fr: 'le site d’origine que nomment les événements enregistrés du mouvement',
    ar: 'موقع المنشأ الذي تسميه أحداث الحركة المسجلة',
  },
  'a-party-of-movement': {
    en: 'a party that the recorded events of the movement name',
    fr: 'une partie que nomment les événements enregistrés du mouvement',
    ar: 'أحد الأطراف الذين تسميهم أحداث الحركة المسجلة',
  },
  'party-of-original': {
    en: 'the party whose event it corrects',
    fr: 'la partie dont il corrige l’événement',
    ar: 'الطرف الذي يصحح حدثه',
  },
} as const satisfies Record<string, Labels>
