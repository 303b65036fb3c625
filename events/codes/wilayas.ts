import { type Code, codeList } from './code-list.ts'
import { parseTable } from './table.ts'

/** A wilaya, under its official number. */
export interface Wilaya extends Code {
  /** The wilaya it was carved out of, which goes on under its own number. */
  readonly parent?: string
}

/** Law 84-09. The day is nominal for the wilayas that are older. */
const from1984 = `
01 | Adrar              | Adrar              | أدرار
02 | Chlef              | Chlef              | الشلف
03 | Laghouat           | Laghouat           | الأغواط
04 | Oum El Bouaghi     | Oum El Bouaghi     | أم البواقي
05 | Batna              | Batna              | باتنة
06 | Béjaïa             | Béjaïa             | بجاية
07 | Biskra             | Biskra             | بسكرة
08 | Béchar             | Béchar             | بشار
09 | Blida              | Blida              | البليدة
10 | Bouira             | Bouira             | البويرة
11 | Tamanrasset        | Tamanrasset        | تمنراست
12 | Tébessa            | Tébessa            | تبسة
13 | Tlemcen            | Tlemcen            | تلمسان
14 | Tiaret             | Tiaret             | تيارت
15 | Tizi Ouzou         | Tizi Ouzou         | تيزي وزو
16 | Algiers            | Alger              | الجزائر
17 | Djelfa             | Djelfa             | الجلفة
18 | Jijel              | Jijel              | جيجل
19 | Sétif              | Sétif              | سطيف
20 | Saïda              | Saïda              | سعيدة
21 | Skikda             | Skikda             | سكيكدة
22 | Sidi Bel Abbès     | Sidi Bel Abbès     | سيدي بلعباس
23 | Annaba             | Annaba             | عنابة
24 | Guelma             | Guelma             | قالمة
25 | Constantine        | Constantine        | قسنطينة
26 | Médéa              | Médéa              | المدية
27 | Mostaganem         | Mostaganem         | مستغانم
28 | M'Sila             | M'Sila             | المسيلة
29 | Mascara            | Mascara            | معسكر
30 | Ouargla            | Ouargla            | ورقلة
31 | Oran               | Oran               | وهران
32 | El Bayadh          | El Bayadh          | البيض
33 | Illizi             | Illizi             | إليزي
34 | Bordj Bou Arréridj | Bordj Bou Arréridj | برج بوعريريج
35 | Boumerdès          | Boumerdès          | بومرداس
36 | El Tarf            | El Tarf            | الطارف
37 | Tindouf            | Tindouf            | تندوف
38 | Tissemsilt         | Tissemsilt         | تيسمسيلت
39 | El Oued            | El Oued            | الوادي
40 | Khenchela          | Khenchela          | خنشلة
41 | Souk Ahras         | Souk Ahras         | سوق أهراس
42 | Tipaza             | Tipaza             | تيبازة
43 | Mila               | Mila               | ميلة
44 | Aïn Defla          | Aïn Defla          | عين الدفلى
45 | Naâma              | Naâma              | النعامة
46 | Aïn Témouchent     | Aïn Témouchent     | عين تموشنت
47 | Ghardaïa           | Ghardaïa           | غرداية
48 | Relizane           | Relizane           | غليزان
`

/** Law 19-12. The second column is the mother wilaya. */
const from2019 = `
49 | 01 | Timimoun            | Timimoun            | تيميمون
50 | 01 | Bordj Badji Mokhtar | Bordj Badji Mokhtar | برج باجي مختار
51 | 07 | Ouled Djellal       | Ouled Djellal       | أولاد جلال
52 | 08 | Béni Abbès          | Béni Abbès          | بني عباس
53 | 11 | In Salah            | In Salah            | إن صالح
54 | 11 | In Guezzam          | In Guezzam          | إن قزام
55 | 30 | Touggourt           | Touggourt           | تقرت
56 | 33 | Djanet              | Djanet              | جانت
57 | 39 | El M'Ghaier         | El M'Ghaier         | المغير
58 | 47 | El Meniaa           | El Meniaa           | المنيعة
`

/** The law of 2026, acting from the first day of 2027. */
const from2027 = `
59 | 03 | Aflou                 | Aflou                 | أفلو
60 | 32 | El Abiodh Sidi Cheikh | El Abiodh Sidi Cheikh | الأبيض سيدي الشيخ
61 | 13 | El Aricha             | El Aricha             | العريشة
62 | 07 | El Kantara            | El Kantara            | القنطرة
63 | 05 | Barika                | Barika                | بريكة
64 | 28 | Bou Saâda             | Bou Saâda             | بوسعادة
65 | 12 | Bir El Ater           | Bir El Ater           | بئر العاتر
66 | 26 | Ksar El Boukhari      | Ksar El Boukhari      | قصر البخاري
67 | 14 | Ksar Chellala         | Ksar Chellala         | قصر الشلالة
68 | 17 | Aïn Oussera           | Aïn Oussera           | عين وسارة
69 | 17 | Messaad               | Messaad               | مسعد
`

function original(table: string, validFrom: string): Wilaya[] {
  return parseTable('code | en | fr | ar', table).map(({ code, en, fr, ar }) => ({
    code,
    labels: { en, fr, ar },
    validFrom,
  }))
}

function carvedOut(table: string, validFrom: string): Wilaya[] {
  return parseTable('code | parent | en | fr | ar', table).map(({ code, parent, en, fr, ar }) => ({
    code,
    labels: { en, fr, ar },
    validFrom,
    parent,
  }))
}

/** The wilayas: 48 from 1984, 58 from the end of 2019, 69 from 2027-01-01. */
export const wilayas = codeList<Wilaya>({
  name: 'wilayas',
  title: { en: 'Wilayas', fr: 'Wilayas', ar: 'الولايات' },
  source: 'Law 84-09; law 19-12; law of 2026 on the territorial organisation of the country',
  entries: [
    ...original(from1984, '1984-02-04'),
    ...carvedOut(from2019, '2019-12-18'),
    ...carvedOut(from2027, '2027-01-01'),
  ],
})
