import { isolated, type Labels } from '../language.ts'
import { limits } from '../limits.ts'

const { referenceLengthMax, eventIdLengthMax } = limits
const referenceSigns = 'A-Z a-z 0-9 - _ . :'

/** What a field must be written as: ends "must be written as …". None has places: zod carries no more than the name. */
export const formats = {
  reference: {
    en: `1 to ${referenceLengthMax} of ${referenceSigns}`,
    fr: `1 à ${referenceLengthMax} signes parmi ${referenceSigns}`,
    ar: `من 1 إلى ${referenceLengthMax} من المحارف ${isolated(referenceSigns)}`,
  },
  'event-id': {
    en: `1 to ${eventIdLengthMax} printable ASCII characters`,
    fr: `1 à ${eventIdLengthMax} caractères ASCII imprimables`,
    ar: `من 1 إلى ${eventIdLengthMax} من محارف ${isolated('ASCII')} القابلة للطباعة`,
  },
  'uri-reference': {
    en: 'a URI reference, e.g. /carriers/C-204',
    fr: 'une référence URI, p. ex. /carriers/C-204',
    ar: `مرجع ${isolated('URI')}، مثل ${isolated('/carriers/C-204')}`,
  },
  time: {
    en: 'a time with an offset, e.g. 2026-11-22T07:41:00+01:00',
    fr: 'une heure avec son décalage, p. ex. 2026-11-22T07:41:00+01:00',
    ar: `وقت بفارق التوقيت، مثل ${isolated('2026-11-22T07:41:00+01:00')}`,
  },
  day: {
    en: 'a day, e.g. 2026-11-22',
    fr: 'un jour, p. ex. 2026-11-22',
    ar: `يوم، مثل ${isolated('2026-11-22')}`,
  },
  'mass-but-zero': { en: 'a mass other than zero', fr: 'une masse non nulle', ar: 'كتلة غير معدومة' },
  words: { en: 'words', fr: 'des mots', ar: 'كلمات' },
  'plain-words': {
    en: 'words without control characters',
    fr: 'des mots sans caractère de contrôle',
    ar: 'كلمات دون محارف تحكم',
  },
  'list-name': {
    en: 'the short name of a list, e.g. low',
    fr: 'le nom court d’une liste, p. ex. low',
    ar: `الاسم المختصر لقائمة، مثل ${isolated('low')}`,
  },
  'six-digits': {
    en: 'six digits without spaces or asterisk, e.g. 170503',
    fr: 'six chiffres sans espace ni astérisque, p. ex. 170503',
    ar: `ستة أرقام دون فراغات ولا نجمة، مثل ${isolated('170503')}`,
  },
  'code-of-list': {
    en: 'a code of its list, e.g. A1:2.1.5',
    fr: 'un code de sa liste, p. ex. A1:2.1.5',
    ar: `رمز من قائمته، مثل ${isolated('A1:2.1.5')}`,
  },
  'waste-code': {
    en: 'a waste code, e.g. 170503',
    fr: 'un code de déchet, p. ex. 170503',
    ar: `رمز نفاية، مثل ${isolated('170503')}`,
  },
  'code-prefix': {
    en: 'the beginning of a waste code, e.g. 17',
    fr: 'le début d’un code de déchet, p. ex. 17',
    ar: `بداية رمز نفاية، مثل ${isolated('17')}`,
  },
  'site-or-carrier': {
    en: 'an object with "site" or "carrier"',
    fr: 'un objet avec « site » ou « carrier »',
    ar: `كائن فيه ${isolated('site')} أو ${isolated('carrier')}`,
  },
  'organisation-or-site': {
    en: 'an object with "organisation" or "site"',
    fr: 'un objet avec « organisation » ou « site »',
    ar: `كائن فيه ${isolated('organisation')} أو ${isolated('site')}`,
  },
  /** These two end "must be … when outcome is …". */
  'above-zero': { en: 'above 0', fr: 'supérieur à 0', ar: 'أكبر من 0' },
  given: { en: 'given', fr: 'indiqué', ar: 'مذكورا' },
} as const satisfies Record<string, Labels>
