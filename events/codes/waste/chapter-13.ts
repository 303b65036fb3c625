/** Chapter 13 of the List of Waste: oil wastes and wastes of liquid fuels. Columns: code | entry | English | French | Arabic. */
export const chapter13 = `
130101 | AH | Hydraulic oils with PCB | Huiles hydrauliques contenant des PCB | زيوت هيدروليكية محتوية على PCB
130104 | AH | Chlorinated hydraulic emulsions | Émulsions hydrauliques chlorées | مستحلبات هيدروليكية مكلورة
130105 | AH | Non-chlorinated hydraulic emulsions | Émulsions hydrauliques non chlorées | مستحلبات هيدروليكية غير مكلورة
130109 | AH | Chlorinated mineral hydraulic oils | Huiles hydrauliques minérales chlorées | زيوت هيدروليكية معدنية مكلورة
130110 | AH | Non-chlorinated mineral hydraulic oils | Huiles hydrauliques minérales non chlorées | زيوت هيدروليكية معدنية غير مكلورة
130111 | AH | Used synthetic hydraulic oils | Huiles hydrauliques synthétiques | زيوت هيدروليكية اصطناعية
130112 | AH | Biodegradable hydraulic oils | Huiles hydrauliques biodégradables | زيوت هيدروليكية قابلة للتحلل البيولوجي
130113 | AH | Other used hydraulic oils | Autres huiles hydrauliques usagées | زيوت هيدروليكية مستعملة أخرى
130204 | AH | Chlorinated mineral engine, gear and lube oils | Huiles moteur, de boîte de vitesses et de lubrification minérales chlorées | زيوت محركات وتروس وتشحيم معدنية مكلورة
130205 | AH | Non-chlorinated mineral engine, gear and lube oils | Huiles moteur, de boîte de vitesses et de lubrification minérales non chlorées | زيوت محركات وتروس وتشحيم معدنية غير مكلورة
130206 | AH | Synthetic engine, gear and lube oils | Huiles moteur, de boîte de vitesses et de lubrification synthétiques | زيوت محركات وتروس وتشحيم اصطناعية
130207 | AH | Biodegradable engine, gear and lube oils | Huiles moteur, de boîte de vitesses et de lubrification biodégradables | زيوت محركات وتروس وتشحيم قابلة للتحلل البيولوجي
130208 | AH | Other used engine, gear and lube oils | Autres huiles moteur, de boîte de vitesses et de lubrification usagées | زيوت محركات وتروس وتشحيم مستعملة أخرى
130301 | AH | Insulating or heat-transfer oils with PCB | Huiles isolantes ou caloporteuses contenant des PCB | زيوت عزل أو نقل حرارة محتوية على PCB
130306 | AH | Chlorinated mineral insulating and heat oils, PCB-free | Huiles isolantes et caloporteuses minérales chlorées sans PCB | زيوت عزل ونقل حرارة معدنية مكلورة خالية من PCB
130307 | AH | Non-chlorinated mineral insulating and heat-transfer oils | Huiles isolantes et caloporteuses minérales non chlorées | زيوت عزل ونقل حرارة معدنية غير مكلورة
130308 | AH | Synthetic insulating and heat-transfer oils | Huiles isolantes et caloporteuses synthétiques | زيوت عزل ونقل حرارة اصطناعية
130309 | AH | Biodegradable insulating and heat-transfer oils | Huiles isolantes et caloporteuses biodégradables | زيوت عزل ونقل حرارة قابلة للتحلل البيولوجي
130310 | AH | Other used insulating and heat-transfer oils | Autres huiles isolantes et caloporteuses usagées | زيوت عزل ونقل حرارة مستعملة أخرى
130401 | AH | Bilge oils from inland vessels | Huiles de fond de cale, navigation intérieure | زيوت قعر سفن الملاحة الداخلية
130402 | AH | Bilge oils from port sewers | Huiles de fond de cale, canalisations de môles | زيوت قعر السفن من مجاري الأرصفة
130403 | AH | Bilge oils from other vessels | Huiles de fond de cale, autre navigation | زيوت قعر السفن من ملاحة أخرى
130501 | AH | Solids from grit chambers and oil separators | Solides de dessableurs et séparateurs d’hydrocarbures | مواد صلبة من أحواض نزع الرمل وفواصل الزيت عن الماء
130502 | AH | Oil separator sludges | Boues de séparateurs eau-hydrocarbures | أوحال فواصل الزيت عن الماء
130503 | AH | Oil interceptor sludges | Boues de déshuileurs | أوحال مصائد الزيوت
130506 | AH | Oil recovered from oil separators | Hydrocarbures de séparateurs eau-hydrocarbures | زيوت من فواصل الزيت عن الماء
130507 | AH | Oily water from oil separators | Eaux huileuses de séparateurs eau-hydrocarbures | مياه زيتية من فواصل الزيت عن الماء
130508 | AH | Mixed grit-chamber and oil-separator wastes | Mélanges de déchets de dessableurs et séparateurs | خليط نفايات أحواض نزع الرمل وفواصل الزيت عن الماء
130701 | AH | Waste fuel oil and diesel | Déchets de fioul et de gasoil | نفايات زيت الوقود والديزل
130702 | AH | Waste petrol | Déchets d’essence | نفايات البنزين
130703 | AH | Other waste fuels and fuel mixtures | Autres combustibles liquides et mélanges | أنواع وقود سائل أخرى وخلائطها
130801 | AH | Crude-desalter sludges or emulsions | Boues ou émulsions de dessalage | أوحال أو مستحلبات نزع الأملاح من البترول
130802 | AH | Other oil emulsions | Autres émulsions huileuses | مستحلبات زيتية أخرى
130899 | AH | Other oil wastes | Autres déchets d’huiles | نفايات زيوت أخرى
`
