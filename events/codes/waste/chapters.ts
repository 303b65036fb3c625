import { codeList } from '../code-list.ts'
import { parseTable } from '../table.ts'

const table = `
01 | Mining, quarrying and mineral processing                | Mines, carrières et traitement des minerais                | المناجم والمحاجر ومعالجة الخامات
02 | Agriculture, forestry, fishing and food                 | Agriculture, forêts, pêche et agroalimentaire              | الفلاحة والغابات والصيد والصناعات الغذائية
03 | Wood, panels, furniture, pulp and paper                 | Bois, panneaux, meubles, pâte et papier                    | الخشب والألواح والأثاث وعجينة الورق والورق
04 | Leather, fur and textiles                               | Cuir, fourrure et textile                                  | الجلود والفراء والنسيج
05 | Oil refining, natural gas and coal pyrolysis            | Raffinage du pétrole, gaz naturel et pyrolyse du charbon   | تكرير البترول والغاز الطبيعي والتحلل الحراري للفحم
06 | Inorganic chemistry                                     | Chimie minérale                                            | الكيمياء غير العضوية
07 | Organic chemistry                                       | Chimie organique                                           | الكيمياء العضوية
08 | Paints, varnishes, adhesives, sealants and inks         | Peintures, vernis, colles, mastics et encres               | الدهانات والورنيش واللواصق ومانعات التسرب والأحبار
09 | Photographic industry                                   | Industrie photographique                                   | صناعة التصوير الفوتوغرافي
10 | Thermal processes                                       | Procédés thermiques                                        | العمليات الحرارية
11 | Chemical surface treatment and hydrometallurgy          | Traitement chimique de surface et hydrométallurgie         | المعالجة الكيميائية للأسطح والتعدين المائي
12 | Mechanical shaping and finishing of metals and plastics | Usinage et finition mécaniques des métaux et plastiques    | تشكيل المعادن والبلاستيك ومعالجة أسطحها ميكانيكيا
13 | Waste oils and liquid fuels                             | Huiles et combustibles liquides usagés                     | نفايات الزيوت والوقود السائل
14 | Solvents, refrigerants and propellants                  | Solvants, réfrigérants et propulseurs                      | المذيبات ومواد التبريد والدفع
15 | Packaging, absorbents, filters and protective clothing  | Emballages, absorbants, filtres et vêtements de protection | مواد التغليف والمواد الماصة والمرشحات وملابس الحماية
16 | Wastes not classified elsewhere                         | Déchets non classés ailleurs                               | نفايات غير مصنفة في فصول أخرى
17 | Construction and demolition                             | Construction et démolition                                 | البناء والهدم
18 | Human and animal health care                            | Activités de soins humains et vétérinaires                 | النشاطات العلاجية البشرية والبيطرية
19 | Waste and water treatment                               | Traitement des déchets et des eaux                         | معالجة النفايات والمياه
20 | Municipal and similar wastes                            | Déchets ménagers et assimilés                              | النفايات المنزلية وما شابهها
`

/** The twenty chapters of the list of waste: the first two digits of its codes. */
export const wasteChapters = codeList({
  name: 'low-chapters',
  title: { en: 'Chapters of the list of waste', fr: 'Chapitres de la liste des déchets', ar: 'فصول قائمة النفايات' },
  source: 'Decision 2000/532/EC',
  entries: parseTable('code | en | fr | ar', table).map(({ code, en, fr, ar }) => ({
    code,
    labels: { en, fr, ar },
    validFrom: '2002-01-01',
  })),
})
