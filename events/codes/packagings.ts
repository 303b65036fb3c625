import { codeList } from './code-list.ts'
import { parseTable } from './table.ts'

/** Nominal: the first day of the list of waste. The codes are the ledger's own. */
const validFrom = '2002-01-01'

const table = `
drum       | Drum                              | Fût                             | برميل
ibc        | Intermediate bulk container (IBC) | Grand récipient pour vrac (GRV) | حاوية وسيطة للسوائب
big-bag    | Big bag                           | Big bag                         | كيس كبير
bag        | Bag                               | Sac                             | كيس
box        | Box or crate                      | Caisse                          | صندوق
pallet     | Pallet                            | Palette                         | منصة تحميل
tank       | Tank                              | Citerne                         | صهريج
skip       | Skip                              | Benne                           | حاوية مفتوحة
cylinder   | Gas cylinder                      | Bouteille de gaz                | قارورة غاز
sharps-box | Sharps box                        | Boîte à aiguilles               | علبة الأدوات الحادة
bulk       | Bulk                              | Vrac                            | سائب
other      | Other                             | Autre                           | أخرى
`

/** What a waste travels in: the `kind` of a package. */
export const packagings = codeList({
  name: 'packagings',
  title: { en: 'Packagings', fr: 'Conditionnements', ar: 'أنواع التوضيب' },
  source: 'Athar',
  entries: parseTable('code | en | fr | ar', table).map(({ code, en, fr, ar }) => ({
    code,
    labels: { en, fr, ar },
    validFrom,
  })),
})
