import { type Code, codeList } from './code-list.ts'
import { parseTable } from './table.ts'

/** What makes a waste hazardous. */
export interface Hazard extends Code {
  /** The classes of the Basel Convention, Annex III, that it answers to; none for some. */
  readonly basel: readonly string[]
}

/** The day Regulation (EU) 1357/2014 applies from. */
const validFrom = '2015-06-01'

/** Written where no Basel class answers. */
const none = '-'

// French and Arabic are the words of decree 06-104, which has none for HP13 and HP15.
const table = `
HP1  | H1                | Explosive                            | Explosible                              | قابلة للانفجار
HP2  | H5.1 H5.2         | Oxidising                            | Comburante                              | ملهبة
HP3  | H3 H4.1 H4.2 H4.3 | Flammable                            | Inflammable                             | قابلة للاشتعال
HP4  | -                 | Irritant                             | Irritante                               | مهيجة
HP5  | H11               | Harmful to an organ or by aspiration | Nocive pour un organe ou par aspiration | ضارة بعضو من الجسم أو بالشفط
HP6  | H6.1              | Acutely toxic                        | Toxique (toxicité aiguë)                | سامة (سمية حادة)
HP7  | H11               | Carcinogenic                         | Cancérogène                             | مسرطنة
HP8  | H8                | Corrosive                            | Corrosive                               | أكالة
HP9  | H6.2              | Infectious                           | Infectieuse                             | معدية
HP10 | H11               | Toxic for reproduction               | Toxique pour la reproduction            | سامة للتكاثر
HP11 | H11               | Mutagenic                            | Mutagène                                | مطفرة
HP12 | H10               | Releases an acutely toxic gas        | Dégage un gaz toxique                   | تطلق غازات سامة
HP13 | -                 | Sensitising                          | Sensibilisante                          | مسببة للحساسية
HP14 | H12               | Ecotoxic                             | Dangereuse pour l’environnement         | خطرة على البيئة
HP15 | H13               | Yields another hazardous substance   | Produit une autre substance dangereuse  | تنتج عنها مادة خطرة أخرى
`

/** Hazard properties HP1 to HP15: Regulation (EU) 1357/2014, with the criteria of decree 06-104. */
export const hazards = codeList<Hazard>({
  name: 'hazards',
  title: { en: 'Hazard criteria', fr: 'Critères de dangerosité', ar: 'مقاييس الخطورة' },
  source: 'Regulation (EU) 1357/2014; decree 06-104; Basel Convention, Annex III',
  entries: parseTable('code | basel | en | fr | ar', table).map(({ code, basel, en, fr, ar }) => ({
    code,
    labels: { en, fr, ar },
    validFrom,
    basel: basel === none ? [] : basel.split(' '),
  })),
})
