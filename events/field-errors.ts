import { isolated, type Labels, type Values } from './language.ts'

/** What is wrong at one place of an event: the same catalogue, one level down. */
export const fieldErrorTypes = {
  required: { en: 'is required', fr: 'est obligatoire', ar: 'حقل إلزامي' },
  'unknown-field': {
    en: 'is not a field of this type; remove it, or name the dataschema that has it',
    fr: 'n’est pas un champ de ce type ; retirez-le, ou nommez le dataschema qui le contient',
    ar: `ليس حقلا من هذا النوع؛ احذفوه أو سموا ${isolated('dataschema')} الذي يضمه`,
  },
  'wrong-type': {
    en: 'must be {expected}, not {received}',
    fr: 'doit être {expected}, et non {received}',
    ar: 'يجب أن يكون {expected} وليس {received}',
  },
  'wrong-format': {
    en: 'must be written as {expected}',
    fr: 'doit s’écrire ainsi : {expected}',
    ar: 'يجب أن يكتب هكذا: {expected}',
  },
  'not-one-of': {
    en: 'must be one of {allowed}',
    fr: 'doit être l’une des valeurs : {allowed}',
    ar: 'يجب أن يكون إحدى القيم: {allowed}',
  },
  'too-small': { en: 'must be at least {limit}', fr: 'doit valoir au moins {limit}', ar: 'يجب ألا يقل عن {limit}' },
  'too-big': { en: 'must be at most {limit}', fr: 'doit valoir au plus {limit}', ar: 'يجب ألا يزيد على {limit}' },
  'too-short': {
    en: 'must have at least {limit} {unit}',
    fr: 'doit avoir au moins {limit} {unit}',
    ar: 'يجب ألا يقل عدد {unit} عن {limit}',
  },
  'too-long': {
    en: 'must have at most {limit} {unit}',
    fr: 'doit avoir au plus {limit} {unit}',
    ar: 'يجب ألا يزيد عدد {unit} على {limit}',
  },
  'too-many-decimals': {
    en: 'must be kilograms with at most three decimals',
    fr: 'doit être en kilogrammes, avec trois décimales au plus',
    ar: 'يجب أن يكون بالكيلوغرام بثلاث خانات عشرية على الأكثر',
  },
  'repeated-name': {
    en: 'the name "{name}" occurs twice in one object',
    fr: 'le nom « {name} » apparaît deux fois dans un même objet',
    ar: 'الاسم {name} مكرر في الكائن نفسه',
  },
  'too-deep': {
    en: 'is nested deeper than {limit} levels',
    fr: 'est imbriqué sur plus de {limit} niveaux',
    ar: 'عدد مستويات تداخله يزيد على {limit}',
  },
  repeated: { en: '"{value}" occurs twice', fr: '« {value} » apparaît deux fois', ar: '{value} مكرر' },
  'in-the-future': {
    en: 'lies after {limit}, the ledger’s clock and 5 minutes; set the clock of the device',
    fr: 'est postérieur à {limit}, l’heure du registre plus 5 minutes ; réglez l’heure de l’appareil',
    ar: 'يقع بعد {limit}، أي ساعة السجل زائد 5 دقائق؛ اضبطوا ساعة الجهاز',
  },
  'too-long-ago': {
    en: 'lies before {limit}; check the date',
    fr: 'est antérieur à {limit} ; vérifiez la date',
    ar: 'يقع قبل {limit}؛ تحققوا من التاريخ',
  },
  'unknown-type': {
    en: 'is not an event type of this ledger; see /v1/codes/event-types',
    fr: 'n’est pas un type d’événement de ce registre ; voir /v1/codes/event-types',
    ar: `ليس نوع حدث في هذا السجل؛ انظروا ${isolated('/v1/codes/event-types')}`,
  },
  'unknown-version': {
    en: 'names a version this ledger does not know; known: {known}',
    fr: 'désigne une version inconnue de ce registre ; connues : {known}',
    ar: 'يشير إلى إصدار لا يعرفه هذا السجل؛ المعروف: {known}',
  },
  'sum-differs': {
    en: 'does not add up to the gram: {sum} = {actual} kg, expected {expected} kg',
    fr: 'ne tombe pas juste au gramme : {sum} = {actual} kg, attendu {expected} kg',
    ar: 'لا يتطابق الحساب بالغرام: {sum} = {actual} كغ، والمنتظر {expected} كغ',
  },
  'not-with-outcome': {
    en: 'must be {expected} when outcome is "{outcome}"',
    fr: 'doit être {expected} quand outcome vaut « {outcome} »',
    ar: `يجب أن يكون {expected} عندما تكون قيمة ${isolated('outcome')} هي {outcome}`,
  },
  'same-place': {
    en: 'must differ from {other}',
    fr: 'doit différer de {other}',
    ar: 'يجب أن يختلف عن {other}',
  },
  'outputs-exceed-inputs': {
    en: 'outputs and loss are {given} kg, more than the inputs’ {limit} kg',
    fr: 'sorties et pertes font {given} kg, plus que les {limit} kg entrés',
    ar: 'المخرجات والفاقد {given} كغ، أي أكثر من المدخلات البالغة {limit} كغ',
  },
  'fate-not-final': {
    en: '{operation} is not a final operation: outputs and loss must equal inputs, {missing} kg are missing',
    fr: '{operation} n’est pas une opération finale : sorties et pertes doivent égaler les entrées, il manque {missing} kg',
    ar: 'العملية {operation} ليست نهائية: يجب أن تساوي المخرجات والفاقد المدخلات، ينقص {missing} كغ',
  },
  'hazardous-mixed': {
    en: 'mixes hazardous and other waste into one output, which law 01-19, art. 17, forbids; perform them as separate treatments',
    fr: 'mélange déchets dangereux et autres dans une même sortie, ce qu’interdit la loi 01-19, art. 17 ; faites-en des traitements séparés',
    ar: `يخلط نفايات خطرة بغيرها في مخرج واحد، وهو ما تمنعه المادة 17 من القانون ${isolated('01-19')}؛ اجعلوها معالجات منفصلة`,
  },
  'not-valid-then': {
    en: '"{code}" is not valid on {day}; see /v1/codes/{list}',
    fr: '« {code} » n’est pas valide à la date du {day} ; voir /v1/codes/{list}',
    ar: `الرمز {code} غير صالح بتاريخ {day}؛ انظروا ${isolated('/v1/codes/{list}')}`,
  },
  'period-reversed': {
    en: 'must not lie before {other}',
    fr: 'ne doit pas précéder {other}',
    ar: 'يجب ألا يسبق {other}',
  },
  'corrects-correction': {
    en: 'names a correction; a correction names the original event, whichever correction it replaces',
    fr: 'désigne une correction ; une correction désigne l’événement d’origine, quelle que soit la correction qu’elle remplace',
    ar: 'يشير إلى تصحيح؛ التصحيح يشير إلى الحدث الأصلي أيا كان التصحيح الذي يحل محله',
  },
  'correction-moves': {
    en: 'a correction keeps the party and the place of its original ({slot}); cancel or redirect to change them',
    fr: 'une correction garde la partie et la place de l’original ({slot}) ; annulez ou réorientez le mouvement pour les changer',
    ar: 'يحتفظ التصحيح بطرف الأصل وموضعه ({slot})؛ ألغوا الحركة أو حولوا وجهتها لتغييرهما',
  },
  'corrects-no-type': {
    en: 'is not the whole payload of any movement event',
    fr: 'n’est le contenu complet d’aucun événement de mouvement',
    ar: 'ليس محتوى كاملا لأي حدث حركة',
  },
} as const satisfies Record<string, Labels>

export type FieldErrorCode = keyof typeof fieldErrorTypes

/** One place of an event that is wrong. `pointer` is a JSON Pointer (RFC 6901) from the root of the event. */
export interface FieldError {
  readonly pointer: string
  readonly code: FieldErrorCode
  readonly values?: Values
}

export function fieldError(pointer: string, code: FieldErrorCode, values?: Values): FieldError {
  return values === undefined ? { pointer, code } : { pointer, code, values }
}
