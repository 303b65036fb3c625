import { isolated, type Labels } from '../language.ts'

/** Why something could not be done, where we say it ourselves: what a parser or an operating system says is passed on as it is. */
export const reasons = {
  'not-utf8': {
    en: 'the bytes are not UTF-8',
    fr: 'les octets ne sont pas de l’UTF-8',
    ar: `البايتات ليست بترميز ${isolated('UTF-8')}`,
  },
  'not-an-array': {
    en: 'it is not a JSON array from end to end',
    fr: 'ce n’est pas un tableau JSON d’un bout à l’autre',
    ar: `ليس مصفوفة ${isolated('JSON')} من أوله إلى آخره`,
  },
  'not-in-coding': { en: 'it is not {coding}', fr: 'ce n’est pas du {coding}', ar: 'ليس بترميز {coding}' },
  'other-length': {
    en: 'its length is not what Content-Length says',
    fr: 'sa longueur n’est pas celle que dit Content-Length',
    ar: `طوله غير المذكور في ${isolated('Content-Length')}`,
  },
  'no-content-type': {
    en: 'no Content-Type',
    fr: 'pas de Content-Type',
    ar: `دون ${isolated('Content-Type')}`,
  },
  'party-not-known-yet': {
    en: 'a party of this movement, of which nothing is recorded yet',
    fr: 'l’une des parties de ce mouvement, dont rien n’est encore enregistré',
    ar: 'أحد أطراف هذه الحركة التي لم يسجل عنها شيء بعد',
  },
  'at-revision': { en: 'at revision {revision}', fr: 'à la révision {revision}', ar: 'عند المراجعة {revision}' },
  'not-recorded-yet': { en: 'not recorded yet', fr: 'encore absent du registre', ar: 'غير مسجل بعد' },
  'ledger-stopping': { en: 'the ledger is stopping', fr: 'le registre s’arrête', ar: 'السجل قيد التوقف' },
  'ledger-stopped': { en: 'the ledger has stopped', fr: 'le registre s’est arrêté', ar: 'توقف السجل' },
  'host-not-named': {
    en: 'it does not name its host once ("Host")',
    fr: 'elle ne nomme pas son hôte une fois et une seule (« Host »)',
    ar: `لا يسمي المضيف مرة واحدة (${isolated('Host')})`,
  },
  'views-starting': {
    en: 'the ledger has just started',
    fr: 'le registre vient de démarrer',
    ar: 'بدأ السجل العمل للتو',
  },
  'ledger-stuck': {
    en: '{count} events wait and none was written for {seconds} s',
    fr: '{count} événement(s) en attente, aucun écrit depuis {seconds} s',
    ar: 'عدد الأحداث المنتظرة {count} ولم يكتب منها شيء منذ {seconds} ثا',
  },
} as const satisfies Record<string, Labels>
