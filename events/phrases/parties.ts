import type { Labels } from '../language.ts'

/** Who has a part in a movement. */
export const parties = {
  'the-site': { en: 'site {name}', fr: 'site {name}', ar: 'الموقع {name}' },
  'the-carrier': { en: 'carrier {name}', fr: 'transporteur {name}', ar: 'الناقل {name}' },
} as const satisfies Record<string, Labels>
