import { codeList } from './code-list.ts'
import { parseTable } from './table.ts'

/** Nominal: the first day of the list of waste. The codes are the ledger's own. */
const validFrom = '2002-01-01'

const table = `
not-as-described  | Load not as described                    | Chargement non conforme à la description               | الحمولة غير مطابقة للوصف
not-admissible    | Waste not admissible at this site        | Déchet non admissible sur ce site                      | نفاية لا يجوز قبولها في هذا الموقع
site-full         | Site full or line stopped                | Site saturé ou ligne à l’arrêt                         | الموقع ممتلئ أو خط المعالجة متوقف
radioactive       | Radioactivity detected                   | Radioactivité détectée                                 | اكتشاف نشاط إشعاعي
unsafe-load       | Unsafe load (leak, damage, label, seal)  | Chargement non sûr (fuite, dommage, étiquette, scellé) | حمولة غير آمنة (تسرب، تلف، وسم، ختم)
documents-missing | Movement document or certificate missing | Document de mouvement ou certificat absent             | غياب وثيقة الحركة أو الشهادة
other             | Other reason, in words                   | Autre motif, à préciser                                | سبب آخر يحدد كتابة
`

/** Why a plant turns a load away, wholly or in part. Law 01-19, art. 22: a refusal is written, with its reasons. */
export const refusalReasons = codeList({
  name: 'refusal-reasons',
  title: { en: 'Reasons for refusal', fr: 'Motifs de refus', ar: 'أسباب الرفض' },
  source: 'Athar; law 01-19, art. 22',
  entries: parseTable('code | en | fr | ar', table).map(({ code, en, fr, ar }) => ({
    code,
    labels: { en, fr, ar },
    validFrom,
  })),
})
