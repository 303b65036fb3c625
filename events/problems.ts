import { type FieldError, type FieldErrorCode, fieldErrorTypes } from './field-errors.ts'
import { fillTemplate, isolated, type Labels, type Language, type Values } from './language.ts'

interface ProblemType {
  readonly status: number
  readonly title: Labels
  readonly detail: Labels
}

/**
 * The one catalogue of refusals (RFC 9457). A refusal that is not in here does not exist. `title` names the kind, `detail`
 * says what was wrong this time and what to do next.
 */
export const problemTypes = {
  'not-json': {
    status: 400,
    title: { en: 'Not JSON', fr: 'JSON illisible', ar: `ليس ${isolated('JSON')} صالحا` },
    detail: {
      en: 'The body cannot be read as JSON: {reason}. Send UTF-8 JSON (RFC 8259).',
      fr: 'Le corps n’est pas du JSON lisible : {reason}. Envoyez du JSON en UTF-8 (RFC 8259).',
      ar: `تعذرت قراءة المحتوى بصيغة ${isolated('JSON')}: {reason}. أرسلوا ${isolated('JSON')} بترميز ${isolated('UTF-8')} (${isolated('RFC 8259')}).`,
    },
  },
  'body-incomplete': {
    status: 400,
    title: { en: 'Body cut short', fr: 'Corps incomplet', ar: 'محتوى مبتور' },
    detail: {
      en: 'The body could not be read to its end: {reason}. Nothing of it was recorded; send it again.',
      fr: 'Le corps n’a pas pu être lu jusqu’au bout : {reason}. Rien n’en a été enregistré ; renvoyez-le.',
      ar: 'تعذرت قراءة المحتوى إلى نهايته: {reason}. لم يسجل منه شيء؛ أعيدوا إرساله.',
    },
  },
  'malformed-request': {
    status: 400,
    title: { en: 'Malformed request', fr: 'Requête mal formée', ar: 'طلب غير سليم' },
    detail: {
      en: 'This is not a request of HTTP/1.1: {reason}. Send it again as RFC 9112 has it.',
      fr: 'Ce n’est pas une requête HTTP/1.1 : {reason}. Renvoyez-la selon la RFC 9112.',
      ar: `ليس هذا طلب ${isolated('HTTP/1.1')} صالحا: {reason}. أعيدوا إرساله وفق ${isolated('RFC 9112')}.`,
    },
  },
  'invalid-query': {
    status: 400,
    title: { en: 'Invalid query parameter', fr: 'Paramètre de requête invalide', ar: 'وسيط استعلام غير صالح' },
    detail: {
      en: 'The parameter "{parameter}" must be {expected}.',
      fr: 'Le paramètre « {parameter} » n’est pas valable ; attendu : {expected}.',
      ar: 'الوسيط {parameter} غير صالح؛ المطلوب: {expected}.',
    },
  },
  unauthenticated: {
    status: 401,
    title: { en: 'Key required', fr: 'Clé requise', ar: 'المفتاح مطلوب' },
    detail: {
      en: 'Send a valid key: "Authorization: Bearer <key>". This one is missing, unknown, expired or revoked.',
      fr: 'Envoyez une clé valide : « Authorization: Bearer <clé> ». Celle-ci manque, est inconnue, expirée ou révoquée.',
      ar: `أرسلوا مفتاحا صالحا: ${isolated('Authorization: Bearer <key>')}. هذا المفتاح غائب أو مجهول أو منتهي الصلاحية أو ملغى.`,
    },
  },
  'role-may-not': {
    status: 403,
    title: { en: 'Not for this role', fr: 'Interdit à ce rôle', ar: 'غير متاح لهذا الدور' },
    detail: {
      en: 'A key of role "{role}" may not do this. It is for: {allowed}.',
      fr: 'Une clé de rôle « {role} » ne le permet pas. C’est réservé à : {allowed}.',
      ar: 'لا يسمح مفتاح الدور {role} بهذا. هو مخصص لـ: {allowed}.',
    },
  },
  'not-your-party': {
    status: 403,
    title: { en: 'Not your party', fr: 'Pas au nom de cette partie', ar: 'ليس باسم هذا الطرف' },
    detail: {
      en: 'This event speaks for {party}, which this key does not hold. Use a key of its organisation, or ask the authority to register it.',
      fr: 'Cette clé ne représente pas la partie au nom de laquelle parle cet événement : {party}. Utilisez une clé de son organisation, ou demandez à l’autorité de l’enregistrer.',
      ar: 'لا يمثل هذا المفتاح الطرف الذي يتكلم هذا الحدث باسمه: {party}. استعملوا مفتاح مؤسسته أو اطلبوا من السلطة تسجيله.',
    },
  },
  'not-found': {
    status: 404,
    title: { en: 'Not found', fr: 'Introuvable', ar: 'غير موجود' },
    detail: {
      en: 'There is no {what} here. Check what you ask for.',
      fr: 'Introuvable ici : {what}. Vérifiez ce que vous demandez.',
      ar: 'لم يعثر هنا على: {what}. تحققوا مما تطلبونه.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { en: 'Method not allowed', fr: 'Méthode non permise', ar: 'الطريقة غير مسموحة' },
    detail: {
      en: '{path} does not answer {method}; it answers {allowed}.',
      fr: '{path} ne répond pas à {method} ; il répond à {allowed}.',
      ar: 'لا يستجيب {path} للطريقة {method}؛ المتاح: {allowed}.',
    },
  },
  'not-acceptable': {
    status: 406,
    title: { en: 'Not acceptable', fr: 'Format non disponible', ar: 'صيغة غير متاحة' },
    detail: {
      en: 'There is no answer in the form that "Accept" asks for. Ask for one of: {offered}.',
      fr: 'Aucune réponse n’existe dans la forme demandée par « Accept ». Demandez l’une des formes : {offered}.',
      ar: `لا يوجد جواب بالصيغة المطلوبة في ${isolated('Accept')}. اطلبوا إحدى الصيغ: {offered}.`,
    },
  },
  'request-timeout': {
    status: 408,
    title: { en: 'Request too slow', fr: 'Requête trop lente', ar: 'طلب بطيء جدا' },
    detail: {
      en: 'The request was not whole after {seconds} s. Nothing of it was recorded; send it again.',
      fr: 'La requête n’était pas complète après {seconds} s. Rien n’en a été enregistré ; renvoyez-la.',
      ar: 'لم يكتمل الطلب بعد {seconds} ثا. لم يسجل منه شيء؛ أعيدوا إرساله.',
    },
  },
  'already-recorded': {
    status: 409,
    title: { en: 'Already recorded', fr: 'Déjà enregistré', ar: 'مسجل من قبل' },
    detail: {
      en: '{stream} already has its {slot}: event {by}. {advice}',
      fr: 'Déjà enregistré ({stream}) : {slot}, événement {by}. {advice}',
      ar: 'سبق التسجيل ({stream}): {slot}، الحدث {by}. {advice}',
    },
  },
  'movement-full': {
    status: 409,
    title: { en: 'Movement full', fr: 'Mouvement complet', ar: 'حركة ممتلئة' },
    detail: {
      en: 'Movement {movement} holds {limit} events, as many as its parties may record. If this one is still missing, ask the authority to have it recorded by a service.',
      fr: 'Le mouvement {movement} contient {limit} événements, autant que ses parties peuvent en enregistrer. Si celui-ci manque encore, demandez à l’autorité de le faire enregistrer par un service.',
      ar: 'تضم الحركة {movement} من الأحداث {limit}، وهو أقصى ما يمكن لأطرافها تسجيله. إن كان هذا الحدث ناقصا بعد فاطلبوا من السلطة تسجيله عبر خدمة.',
    },
  },
  'id-reused': {
    status: 409,
    title: { en: 'Id already used', fr: 'Identifiant déjà utilisé', ar: 'المعرف مستعمل من قبل' },
    detail: {
      en: '{stream} holds an event with id {id} and other content, at position {position}. A new event needs a new id.',
      fr: '{stream} contient, en position {position}, un événement de même identifiant {id} mais de contenu différent. Un nouvel événement exige un nouvel identifiant.',
      ar: 'يضم {stream} في الموضع {position} حدثا بالمعرف نفسه {id} وبمحتوى مختلف. لكل حدث جديد معرف جديد.',
    },
  },
  'wrong-revision': {
    status: 409,
    title: { en: 'Wrong revision', fr: 'Mauvaise révision', ar: 'مراجعة غير مطابقة' },
    detail: {
      en: '{stream} is {actual}; expected was: {expected}. Read what came since, then decide again.',
      fr: '{stream} est {actual} ; attendu : {expected}. Lisez ce qui est arrivé depuis, puis décidez à nouveau.',
      ar: '{stream} {actual}؛ والمنتظر: {expected}. اقرؤوا ما وصل منذ ذلك ثم قرروا من جديد.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { en: 'Too large', fr: 'Trop volumineux', ar: 'حجم كبير جدا' },
    detail: {
      en: 'At most {limit} {unit} go into one request. Split it.',
      fr: 'Une requête contient au plus {limit} {unit}. Divisez-la.',
      ar: 'يجب ألا يزيد عدد {unit} في الطلب الواحد على {limit}. قسموه.',
    },
  },
  'event-too-large': {
    status: 413,
    title: { en: 'Event too large', fr: 'Événement trop volumineux', ar: 'حدث كبير جدا' },
    detail: {
      en: 'An event has at most {limit} bytes. Shorten its texts; documents stay with you, and the event names them.',
      fr: 'Un événement a au plus {limit} octets. Abrégez ses textes ; les documents restent chez vous, l’événement les nomme.',
      ar: 'يجب ألا يزيد حجم الحدث على {limit} بايت. اختصروا نصوصه؛ تبقى الوثائق عندكم ويذكرها الحدث بأسمائها.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'Unsupported media type', fr: 'Type de contenu non pris en charge', ar: 'نوع محتوى غير مدعوم' },
    detail: {
      en: '"{given}" is not accepted here. Send one of: {allowed}.',
      fr: 'Non accepté ici : {given}. Envoyez l’un des types : {allowed}.',
      ar: 'غير مقبول هنا: {given}. أرسلوا أحد الأنواع: {allowed}.',
    },
  },
  'invalid-event': {
    status: 422,
    title: { en: 'Invalid event', fr: 'Événement invalide', ar: 'حدث غير صالح' },
    detail: {
      en: 'The event breaks the schema or the arithmetic of its type in {count} place(s), listed in "errors". Mend them and send it again.',
      fr: 'L’événement enfreint le schéma ou l’arithmétique de son type en {count} endroit(s), listés dans « errors ». Corrigez-les et renvoyez-le.',
      ar: `يخالف الحدث مخطط نوعه أو حسابه. عدد المواضع المخالفة: {count}، وهي مذكورة في ${isolated('errors')}. صححوها وأعيدوا إرساله.`,
    },
  },
  'atomic-batch-rejected': {
    status: 422,
    title: { en: 'Atomic batch rejected', fr: 'Envoi groupé atomique rejeté', ar: 'رفضت الدفعة الذرية' },
    detail: {
      en: '{rejected} of {count} events were rejected, so none was written. Mend those in "items" and send the batch again.',
      fr: 'Événements rejetés : {rejected} sur {count}. Rien n’a donc été écrit. Corrigez ceux de « items » et renvoyez l’ensemble.',
      ar: `عدد الأحداث المرفوضة: {rejected} من أصل {count}، ولذلك لم يكتب شيء. صححوا المذكورة في ${isolated('items')} وأعيدوا إرسال الدفعة.`,
    },
  },
  'not-tried': {
    status: 424,
    title: { en: 'Not written with its batch', fr: 'Non écrit avec son envoi groupé', ar: 'لم يكتب مع دفعته' },
    detail: {
      en: 'Nothing is wrong with this event; another one of its atomic batch was rejected. Mend that one and send the batch again.',
      fr: 'Cet événement n’est pas en cause ; un autre du même envoi groupé atomique a été rejeté. Corrigez celui-là et renvoyez l’ensemble.',
      ar: 'لا خطأ في هذا الحدث؛ رفض حدث آخر من دفعته الذرية. صححوا ذلك الحدث وأعيدوا إرسال الدفعة.',
    },
  },
  'expectation-failed': {
    status: 417,
    title: { en: 'Expectation not met', fr: 'Attente non satisfaite', ar: 'شرط غير مستوفى' },
    detail: {
      en: '"Expect: {expectation}" cannot be met here. Send the request again without it, or with "100-continue".',
      fr: '« Expect: {expectation} » ne peut être satisfait ici. Renvoyez la requête sans cet en-tête, ou avec « 100-continue ».',
      ar: `لا يمكن هنا استيفاء {expectation} المطلوب في ${isolated('Expect')}. أعيدوا إرسال الطلب دونه أو مع ${isolated('100-continue')}.`,
    },
  },
  'headers-too-large': {
    status: 431,
    title: { en: 'Headers too large', fr: 'En-têtes trop volumineux', ar: 'ترويسات كبيرة جدا' },
    detail: {
      en: 'The headers of the request are too large. Send fewer or shorter ones.',
      fr: 'Les en-têtes de la requête sont trop volumineux. Envoyez-en moins ou de plus courts.',
      ar: 'ترويسات الطلب كبيرة جدا. أرسلوا عددا أقل أو ترويسات أقصر.',
    },
  },
  'internal-error': {
    status: 500,
    title: { en: 'Internal error', fr: 'Erreur interne', ar: 'خطأ داخلي' },
    detail: {
      en: 'The ledger failed on this request, which is in its log as {request}. What was not answered may be sent again safely.',
      fr: 'Le registre a échoué sur cette requête, journalisée sous {request}. Ce qui est resté sans réponse peut être renvoyé sans risque.',
      ar: 'أخفق السجل في هذا الطلب المدون برقم {request}. ما لم يُجب عنه يمكن إعادة إرساله بأمان.',
    },
  },
  'ledger-busy': {
    status: 503,
    title: { en: 'Ledger busy', fr: 'Registre saturé', ar: 'السجل مشغول' },
    detail: {
      en: 'The queue is full. Nothing of this request was recorded; send it again after {seconds} s.',
      fr: 'La file est pleine. Rien de cette requête n’a été enregistré ; renvoyez-la après {seconds} s.',
      ar: 'قائمة الانتظار ممتلئة. لم يسجل شيء من هذا الطلب؛ أعيدوا إرساله بعد {seconds} ثا.',
    },
  },
  'ledger-unavailable': {
    status: 503,
    title: { en: 'Ledger cannot write', fr: 'Écriture impossible', ar: 'السجل عاجز عن الكتابة' },
    detail: {
      en: 'The event store refused the write ({reason}). What this request asked is not acknowledged; the same events may be sent again safely.',
      fr: 'Le stockage des événements a refusé l’écriture ({reason}). La demande n’est pas confirmée ; les mêmes événements peuvent être renvoyés sans risque.',
      ar: 'رفض مخزن الأحداث الكتابة ({reason}). لم يؤكد هذا الطلب؛ يمكن إعادة إرسال الأحداث نفسها بأمان.',
    },
  },
  'view-behind': {
    status: 503,
    title: { en: 'View behind the ledger', fr: 'Vue en retard sur le registre', ar: 'العرض متأخر عن السجل' },
    detail: {
      en: 'The views are at position {position}, not yet at {asked}. Ask again after {seconds} s, or without "minPosition".',
      fr: 'Les vues sont à la position {position}, pas encore à {asked}. Redemandez après {seconds} s, ou sans « minPosition ».',
      ar: `العروض في الموضع {position} ولم تبلغ بعد {asked}. أعيدوا الطلب بعد {seconds} ثا أو دون ${isolated('minPosition')}.`,
    },
  },
  'view-unavailable': {
    status: 503,
    title: { en: 'View being built', fr: 'Vue en construction', ar: 'العرض قيد البناء' },
    detail: {
      en: 'What this asks for is being folded from the log and cannot be read yet ({view}). Recording goes on. Ask again after {seconds} s.',
      fr: 'Ce qui est demandé est en cours de calcul depuis le journal et ne peut pas encore être lu ({view}). L’enregistrement continue. Redemandez après {seconds} s.',
      ar: 'ما تطلبونه قيد الحساب من السجل ولا تمكن قراءته بعد ({view}). التسجيل مستمر. أعيدوا الطلب بعد {seconds} ثا.',
    },
  },
  'exports-full': {
    status: 503,
    title: { en: 'Too many exports', fr: 'Trop d’exports en cours', ar: 'عمليات تصدير كثيرة جدا' },
    detail: {
      en: '{limit} exports are under way already. Read pages with "limit" instead, or try again after {seconds} s.',
      fr: '{limit} exports sont déjà en cours. Lisez plutôt des pages avec « limit », ou réessayez après {seconds} s.',
      ar: `بلغ عدد عمليات التصدير الجارية حده: {limit}. اقرؤوا صفحات باستعمال ${isolated('limit')} أو أعيدوا المحاولة بعد {seconds} ثا.`,
    },
  },
  'flows-full': {
    status: 503,
    title: { en: 'Too many sums of flows', fr: 'Trop de calculs de flux', ar: 'حسابات تدفقات كثيرة جدا' },
    detail: {
      en: '{limit} sums of flows are being worked out already. Ask one at a time; try again after {seconds} s.',
      fr: '{limit} calculs de flux sont déjà en cours. Demandez-les l’un après l’autre ; réessayez après {seconds} s.',
      ar: 'بلغ عدد حسابات التدفقات الجارية حده: {limit}. اطلبوها واحدا تلو الآخر، وأعيدوا المحاولة بعد {seconds} ثا.',
    },
  },
  'feeds-full': {
    status: 503,
    title: { en: 'Too many open feeds', fr: 'Trop de flux ouverts', ar: 'تدفقات مفتوحة كثيرة جدا' },
    detail: {
      en: '{limit} feeds are open already. Read pages instead, or try again after {seconds} s.',
      fr: '{limit} flux sont déjà ouverts. Lisez plutôt des pages, ou réessayez après {seconds} s.',
      ar: 'بلغ عدد التدفقات المفتوحة حده: {limit}. اقرؤوا الصفحات بدلا منها أو أعيدوا المحاولة بعد {seconds} ثا.',
    },
  },
} as const satisfies Record<string, ProblemType>

export type ProblemCode = keyof typeof problemTypes

/** A refusal before it is put into words: what the deciders and the edge return. */
export interface Problem {
  readonly code: ProblemCode
  readonly values?: Values
  readonly errors?: readonly FieldError[]
}

/** A refusal as the wire shows it: RFC 9457, `application/problem+json`. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly errors?: readonly { readonly pointer: string; readonly code: FieldErrorCode; readonly detail: string }[]
}

export function problem(code: ProblemCode, values?: Values): Problem {
  return values === undefined ? { code } : { code, values }
}

export function invalidEvent(errors: readonly FieldError[]): Problem {
  return { code: 'invalid-event', values: { count: errors.length }, errors }
}

/** Puts a refusal into the caller's language. */
export function problemDocument(refusal: Problem, language: Language): ProblemDocument {
  const { status, title, detail } = problemTypes[refusal.code]
  return {
    type: `/problems/${refusal.code}`,
    title: title[language],
    status,
    detail: fillTemplate(detail[language], refusal.values ?? {}, language),
    code: refusal.code,
    ...(refusal.errors && {
      errors: refusal.errors.map(error => ({
        pointer: error.pointer,
        code: error.code,
        detail: fillTemplate(fieldErrorTypes[error.code][language], error.values ?? {}, language),
      })),
    }),
  }
}
