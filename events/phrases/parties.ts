import type { Labels } from '../language.ts'

/** Who has a part in a movement. */
export const parties = {
  'the-site': { en: 'site {name}', fr: 'site {name}', ar: 'الموقع {name}' },
  'the-carrier': { en: 'carrier {name}', fr: 'transporteur {name}', ar: 'الناقل {name}' },
  'origin-of-movement': {
    en: 'the site of origin of the movement',
    fr: 'le site d’origine du mouvement',
    ar: 'موقع منشأ الحركة',
  },
  'a-party-of-movement': { en: 'a party of the movement', fr: 'une partie au mouvement', ar: 'أحد أطراف الحركة' },
  'party-of-original': {
    en: 'the party whose event it corrects',
    fr: 'la partie dont il corrige l’événement',
    ar: 'الطرف الذي يصحح حدثه',
  },
} as const satisfies Record<string, Labels>
