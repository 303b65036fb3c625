/** Chapter 12 of the List of Waste: shaping and mechanical surface treatment of metals and plastics. Columns: code | entry | English | French | Arabic. */
export const chapter12 = `
120101 | ANH | Iron and steel filings and turnings | Limailles et copeaux de métaux ferreux | برادة وخراطة معادن حديدية
120102 | ANH | Iron and steel dust and fines | Fines et poussières de métaux ferreux | غبار وجسيمات معادن حديدية
120103 | ANH | Filings and turnings of non-ferrous metals | Limailles et copeaux de métaux non ferreux | برادة وخراطة معادن غير حديدية
120104 | ANH | Dust and fines of non-ferrous metals | Fines et poussières de métaux non ferreux | غبار وجسيمات معادن غير حديدية
120105 | ANH | Plastic shavings and turnings | Copeaux et tournures de plastique | قشارة وخراطة البلاستيك
120106 | AH | Halogenated mineral machining oils | Huiles d’usinage minérales halogénées | زيوت معدنية لتشغيل المعادن محتوية على هالوجينات
120107 | AH | Halogen-free mineral machining oils | Huiles d’usinage minérales sans halogènes | زيوت معدنية لتشغيل المعادن خالية من الهالوجينات
120108 | AH | Halogenated machining emulsions and solutions | Émulsions et solutions d’usinage halogénées | مستحلبات ومحاليل تشغيل المعادن محتوية على هالوجينات
120109 | AH | Halogen-free machining emulsions and solutions | Émulsions et solutions d’usinage sans halogènes | مستحلبات ومحاليل تشغيل المعادن خالية من الهالوجينات
120110 | AH | Used synthetic machining oils | Huiles d’usinage synthétiques usagées | زيوت اصطناعية مستعملة لتشغيل المعادن
120112 | AH | Used waxes and greases | Cires et graisses usagées | شموع وشحوم مستعملة
120113 | ANH | Wastes from welding | Déchets de soudage | نفايات اللحام
120114 | MH | Machining sludges, hazardous | Boues d’usinage, dangereuses | أوحال تشغيل المعادن، خطرة
120115 | MNH | Machining sludges, non-hazardous | Boues d’usinage, non dangereuses | أوحال تشغيل المعادن، غير خطرة
120116 | MH | Spent blasting media, hazardous | Déchets de grenaillage et sablage, dangereux | نفايات مواد السفع والترميل، خطرة
120117 | MNH | Spent blasting media, non-hazardous | Déchets de grenaillage et sablage, non dangereux | نفايات مواد السفع والترميل، غير خطرة
120118 | MH | Oily metal grinding, honing and lapping sludge, hazardous | Boues métalliques huileuses de rectification et rodage, dangereuses | أوحال زيتية من تجليخ المعادن وشحذها وصقلها، خطرة
120119 | AH | Biodegradable machining oil | Huiles d’usinage biodégradables | زيوت لتشغيل المعادن قابلة للتحلل البيولوجي
120120 | MH | Spent grinding wheels and abrasives, hazardous | Meules et abrasifs usés, dangereux | أحجار ومواد تجليخ مستعملة، خطرة
120121 | MNH | Spent grinding wheels and abrasives, non-hazardous | Meules et abrasifs usés, non dangereux | أحجار ومواد تجليخ مستعملة، غير خطرة
120199 | MNH | Other metal and plastic shaping wastes, non-hazardous | Autres déchets de façonnage métaux et plastiques, non dangereux | نفايات أخرى من تشكيل المعادن والبلاستيك، غير خطرة
120301 | AH | Aqueous wash liquids from degreasing | Liquides aqueux de lavage et dégraissage | سوائل غسل مائية من نزع الشحوم
120302 | AH | Wastes from steam degreasing | Déchets de dégraissage à la vapeur | نفايات نزع الشحوم بالبخار
`
