import { isolated, type Labels } from '../language.ts'

const timeExample = '2026-11-22T06:41:00Z'

/** What a query parameter must be, beside the formats of fields: ends "The parameter … must be …". */
export const parameters = {
  'one-of': { en: 'one of: {allowed}', fr: 'l’une des valeurs : {allowed}', ar: 'إحدى القيم: {allowed}' },
  'left-out': {
    en: 'left out: there are no parameters here',
    fr: 'rien, car il n’y a pas de paramètre ici',
    ar: 'حذفه، إذ لا وسيط هنا',
  },
  'left-out-unknown': {
    en: 'left out, as only these are known here: {known}',
    fr: 'l’un de ceux qui sont connus ici : {known}',
    ar: 'حذفه، إذ لا يعرف هنا إلا: {known}',
  },
  'given-once': { en: 'given once', fr: 'une seule valeur, donnée une fois', ar: 'ذكره مرة واحدة' },
  'some-of': {
    en: 'some of: {allowed}; each once, with commas between them',
    fr: 'une ou plusieurs des valeurs : {allowed} ; chacune une fois, séparées par des virgules',
    ar: 'بعض القيم: {allowed}؛ كل منها مرة واحدة، تفصل بينها فواصل',
  },
  'whole-number-from': {
    en: 'a whole number from {min}',
    fr: 'un nombre entier à partir de {min}',
    ar: 'عدد صحيح ابتداء من {min}',
  },
  'whole-number-between': {
    en: 'a whole number from {min} to {max}',
    fr: 'un nombre entier de {min} à {max}',
    ar: 'عدد صحيح من {min} إلى {max}',
  },
  position: {
    en: 'a position in the log, a whole number from 0',
    fr: 'une position dans le journal, un nombre entier à partir de 0',
    ar: 'موضع في السجل، عدد صحيح ابتداء من 0',
  },
  'folded-position': {
    en: 'a position that the views have folded: up to {position}',
    fr: 'une position que les vues ont atteinte : {position} au plus',
    ar: 'موضع بلغته العروض: {position} على الأكثر',
  },
  'recorded-position': {
    en: 'a position that is recorded: up to {position}; after a backup was restored, begin again where the log then ended',
    fr: 'une position enregistrée : {position} au plus ; si une sauvegarde a été restaurée, recommencez là où le journal finissait alors',
    ar: 'موضع مسجل: {position} على الأكثر؛ وإن استعيدت نسخة احتياطية فابدؤوا من جديد حيث كان السجل ينتهي آنذاك',
  },
  'reference-signs': {
    en: 'letters, digits and - _ . :',
    fr: 'des lettres, des chiffres et - _ . :',
    ar: `حروف وأرقام و${isolated('- _ . :')}`,
  },
  'characters-at-most': {
    en: 'at most {max} characters',
    fr: 'au plus {max} caractères',
    ar: 'ما لا يزيد عدد محارفه على {max}',
  },
  'characters-between': {
    en: '1 to {max} characters',
    fr: '1 à {max} caractères',
    ar: 'ما عدد محارفه من 1 إلى {max}',
  },
  'time-in-query': {
    en: `a time with its offset, e.g. ${timeExample} (a "+" is written %2B)`,
    fr: `une heure avec son décalage, p. ex. ${timeExample} (« + » s’écrit %2B)`,
    ar: `وقت بفارق التوقيت، مثل ${isolated(timeExample)} (تكتب ${isolated('+')} هكذا: ${isolated('%2B')})`,
  },
  'day-or-time': {
    en: '{day}, or {time}',
    fr: '{day}, ou {time}',
    ar: '{day}، أو {time}',
  },
  month: { en: 'a month, e.g. 2026-11', fr: 'un mois, p. ex. 2026-11', ar: `شهر، مثل ${isolated('2026-11')}` },
  'fewer-months': {
    en: 'before {month}: there is more to add up than {max} sums',
    fr: 'avant {month}, car il y a plus de {max} sommes à calculer',
    ar: 'شهر قبل {month}، لأن عدد المجاميع المطلوب حسابها يزيد على {max}',
  },
  'fewer-groupings': {
    en: 'less to tell apart, or fewer months: there are more than {max} groups',
    fr: 'moins de critères, ou moins de mois, car il y a plus de {max} groupes',
    ar: 'معايير أقل أو أشهر أقل، لأن عدد المجموعات يزيد على {max}',
  },
  'not-before-from': {
    en: '{first} or later, since "from" is {first}',
    fr: '{first} ou plus tard, puisque « from » vaut {first}',
    ar: `{first} أو بعده، لأن ${isolated('from')} يساوي {first}`,
  },
  'months-at-most': {
    en: '{first} or later: an answer is about {max} months at most',
    fr: '{first} ou plus tard, car une réponse porte sur {max} mois au plus',
    ar: '{first} أو بعده، إذ لا يزيد عدد الأشهر في الجواب على {max}',
  },
  wilaya: {
    en: 'the code of a wilaya, see /v1/codes/wilayas',
    fr: 'le code d’une wilaya, voir /v1/codes/wilayas',
    ar: `رمز ولاية، انظروا ${isolated('/v1/codes/wilayas')}`,
  },
  operation: {
    en: 'an operation, see /v1/codes/operations',
    fr: 'une opération, voir /v1/codes/operations',
    ar: `عملية، انظروا ${isolated('/v1/codes/operations')}`,
  },
  'event-type': {
    en: 'an event type, see /v1/codes/event-types',
    fr: 'un type d’événement, voir /v1/codes/event-types',
    ar: `نوع حدث، انظروا ${isolated('/v1/codes/event-types')}`,
  },
  cursor: {
    en: 'the "next" of a page of this same query',
    fr: 'le « next » d’une page de cette même requête',
    ar: `قيمة ${isolated('next')} في صفحة لهذا الاستعلام نفسه`,
  },
  'own-site': {
    en: 'a site of an organisation that this key stands for',
    fr: 'un site d’une organisation que cette clé représente',
    ar: 'موقع لمؤسسة يمثلها هذا المفتاح',
  },
  'one-of-own-sites': {
    en: 'one of your sites: you have more than {max}',
    fr: 'l’un de vos sites : vous en avez plus de {max}',
    ar: 'أحد مواقعكم: لديكم أكثر من {max}',
  },
  'site-of-lot': {
    en: 'one of: {sites}; the lot is at several sites, and each is a lot of its own',
    fr: 'l’un des sites : {sites} ; le lot est sur plusieurs sites, et chacun est un lot à part',
    ar: 'أحد المواقع: {sites}؛ الحصة في عدة مواقع، وكل منها حصة قائمة بذاتها',
  },
} as const satisfies Record<string, Labels>
