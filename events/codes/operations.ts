import { type Code, codeList } from './code-list.ts'
import { parseTable } from './table.ts'

/** What a treatment does to waste. */
export interface Operation extends Code {
  readonly kind: 'disposal' | 'recovery'
  /** Whether custody may end here. After an operation that is not final another one must follow. */
  readonly final: boolean
}

/** The day the Basel Convention entered into force. */
const validFrom = '1992-05-05'

const header = 'code | end | en | fr | ar'

const disposal = `
D1  | final   | Deposit into or onto land (landfill)               | Dépôt dans ou sur le sol (enfouissement)                | الإيداع في الأرض أو فوقها (الردم)
D2  | final   | Land treatment                                     | Traitement en milieu terrestre                          | المعالجة في التربة
D3  | final   | Deep injection                                     | Injection en profondeur                                 | الحقن في الأعماق
D4  | final   | Surface impoundment                                | Lagunage                                                | الحجز في أحواض سطحية
D5  | final   | Specially engineered landfill                      | Enfouissement en centre spécialement aménagé            | الردم في مركز مهيأ خصيصا
D6  | final   | Release into a water body, except seas             | Rejet dans le milieu aquatique, sauf la mer             | التصريف في وسط مائي ما عدا البحر
D7  | final   | Release into seas                                  | Rejet en mer                                            | التصريف في البحر
D8  | interim | Biological treatment before another disposal       | Traitement biologique avant une autre élimination       | معالجة بيولوجية قبل عملية إزالة أخرى
D9  | interim | Physico-chemical treatment before another disposal | Traitement physico-chimique avant une autre élimination | معالجة فيزيوكيميائية قبل عملية إزالة أخرى
D10 | final   | Incineration on land                               | Incinération à terre                                    | الترميد في البر
D11 | final   | Incineration at sea                                | Incinération en mer                                     | الترميد في البحر
D12 | final   | Permanent storage                                  | Stockage permanent                                      | التخزين الدائم
D13 | interim | Blending or mixing before another disposal         | Mélange avant une autre élimination                     | المزج أو الخلط قبل عملية إزالة أخرى
D14 | interim | Repackaging before another disposal                | Reconditionnement avant une autre élimination           | إعادة التوضيب قبل عملية إزالة أخرى
D15 | interim | Storage before another disposal                    | Stockage avant une autre élimination                    | التخزين قبل عملية إزالة أخرى
`

const recovery = `
R1  | final   | Use as fuel or for energy                   | Utilisation comme combustible ou source d’énergie          | الاستعمال وقودا أو مصدرا للطاقة
R2  | final   | Solvent regeneration                        | Régénération des solvants                                  | تجديد المذيبات
R3  | final   | Recycling of organic substances, composting | Recyclage des substances organiques, compostage            | رسكلة المواد العضوية وتحويلها إلى سماد
R4  | final   | Recycling of metals                         | Recyclage des métaux                                       | رسكلة المعادن
R5  | final   | Recycling of other inorganic materials      | Recyclage d’autres matières inorganiques                   | رسكلة مواد غير عضوية أخرى
R6  | final   | Regeneration of acids or bases              | Régénération des acides ou des bases                       | تجديد الأحماض أو القواعد
R7  | final   | Recovery of pollution-abatement components  | Récupération des composants servant à capter les polluants | استرجاع المكونات المستعملة في الحد من التلوث
R8  | final   | Recovery of catalyst components             | Récupération des composants de catalyseurs                 | استرجاع مكونات المحفزات
R9  | final   | Oil re-refining or other reuse of oil       | Régénération ou autre réemploi des huiles usagées          | تجديد الزيوت المستعملة أو إعادة استعمالها
R10 | final   | Land treatment with agricultural benefit    | Épandage sur le sol au profit de l’agriculture             | النثر على التربة لفائدة الفلاحة
R11 | final   | Use of waste obtained from R1 to R10        | Utilisation de déchets issus des opérations R1 à R10       | استعمال النفايات الناتجة عن العمليات R1 إلى R10
R12 | interim | Exchange of waste before R1 to R11          | Échange de déchets avant l’une des opérations R1 à R11     | تبادل النفايات قبل إحدى العمليات R1 إلى R11
R13 | interim | Storage before R1 to R12                    | Stockage avant l’une des opérations R1 à R12               | التخزين قبل إحدى العمليات R1 إلى R12
`

function operationsOf(kind: Operation['kind'], table: string): Operation[] {
  return parseTable(header, table).map(({ code, end, en, fr, ar }) => {
    if (end !== 'final' && end !== 'interim') throw new Error(`Operation ${code}: "${end}", expected final or interim`)
    return { code, labels: { en, fr, ar }, validFrom, kind, final: end === 'final' }
  })
}

/** Disposal (D) and recovery (R) operations: Basel Convention, Annex IV. */
export const operations = codeList<Operation>({
  name: 'operations',
  title: {
    en: 'Disposal and recovery operations',
    fr: 'Opérations d’élimination et de valorisation',
    ar: 'عمليات الإزالة والتثمين',
  },
  source: 'Basel Convention, Annex IV',
  entries: [...operationsOf('disposal', disposal), ...operationsOf('recovery', recovery)],
})
