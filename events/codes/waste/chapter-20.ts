/** Chapter 20 of the List of Waste: municipal wastes, household and similar. Columns: code | entry | English | French | Arabic. */
export const chapter20 = `
200101 | ANH | Paper and cardboard, separate collection | Papiers et cartons, collecte sélective | ورق وكرتون، جمع انتقائي
200102 | ANH | Glass, separate collection | Verre, collecte sélective | زجاج، جمع انتقائي
200108 | ANH | Kitchen and canteen biowaste | Biodéchets de cuisines et de cantines | نفايات المطابخ والمطاعم القابلة للتحلل البيولوجي
200110 | ANH | Used clothes | Vêtements usagés | ملابس مستعملة
200111 | ANH | Used textiles | Textiles usagés | منسوجات مستعملة
200113 | AH | Solvents, separate collection | Solvants, collecte sélective | مذيبات، جمع انتقائي
200114 | AH | Acids, separate collection | Acides, collecte sélective | أحماض، جمع انتقائي
200115 | AH | Alkalis, separate collection | Bases, collecte sélective | قواعد، جمع انتقائي
200117 | AH | Photographic chemicals | Produits chimiques photographiques | مواد كيميائية للتصوير الفوتوغرافي
200119 | AH | Pesticides, separate collection | Pesticides, collecte sélective | مبيدات، جمع انتقائي
200121 | AH | Fluorescent tubes and other mercury wastes | Tubes fluorescents et autres déchets au mercure | أنابيب فلورسنت ونفايات أخرى تحتوي على الزئبق
200123 | AH | Equipment with CFC, such as old fridges | Équipements contenant des CFC, tels que de vieux réfrigérateurs | تجهيزات تحتوي على CFC، كالثلاجات القديمة
200125 | ANH | Edible oils and fats | Huiles et graisses alimentaires | زيوت ودهون غذائية
200126 | AH | Non-edible oils and fats | Huiles et graisses non alimentaires | زيوت ودهون غير غذائية
200127 | MH | Paints, inks, adhesives and resins, hazardous | Peintures, encres, colles et résines, dangereuses | دهانات وأحبار ولواصق وراتنجات، خطرة
200128 | MNH | Paints, inks, adhesives and resins, non-hazardous | Peintures, encres, colles et résines, non dangereuses | دهانات وأحبار ولواصق وراتنجات، غير خطرة
200129 | MH | Detergents, hazardous | Détergents, dangereux | منظفات، خطرة
200130 | MNH | Detergents, non-hazardous | Détergents, non dangereux | منظفات، غير خطرة
200131 | AH | Cytotoxic and cytostatic medicines, separate collection | Médicaments cytotoxiques et cytostatiques, collecte sélective | أدوية سامة للخلايا أو مثبطة لنموها، جمع انتقائي
200132 | ANH | Other medicines, separate collection | Autres médicaments, collecte sélective | أدوية أخرى، جمع انتقائي
200133 | AH | Lead, Ni-Cd, mercury or unsorted batteries | Piles et accumulateurs au plomb, Ni-Cd, mercure ou non triés | بطاريات ومدخرات الرصاص أو النيكل والكادميوم أو الزئبق، أو غير مفروزة
200134 | ANH | Other batteries and accumulators, separate collection | Autres piles et accumulateurs, collecte sélective | بطاريات ومدخرات أخرى، جمع انتقائي
200135 | AH | Electrical and electronic equipment, hazardous | Équipements électriques et électroniques, dangereux | تجهيزات كهربائية وإلكترونية، خطرة
200136 | ANH | Electrical and electronic equipment, non-hazardous | Équipements électriques et électroniques, non dangereux | تجهيزات كهربائية وإلكترونية، غير خطرة
200137 | MH | Wood, separate collection, hazardous | Bois, collecte sélective, dangereux | خشب، جمع انتقائي، خطر
200138 | MNH | Wood, separate collection, non-hazardous | Bois, collecte sélective, non dangereux | خشب، جمع انتقائي، غير خطر
200139 | ANH | Plastics, separate collection | Plastiques, collecte sélective | بلاستيك، جمع انتقائي
200140 | ANH | Metals, separate collection | Métaux, collecte sélective | معادن، جمع انتقائي
200141 | ANH | Chimney sweeping wastes | Déchets de ramonage de cheminées | نفايات تنظيف المداخن
200199 | ANH | Other fractions from separate collection | Autres fractions de collecte sélective | نفايات أخرى من الجمع الانتقائي
200201 | ANH | Biodegradable garden and park waste | Déchets biodégradables de jardins et parcs | نفايات الحدائق القابلة للتحلل البيولوجي
200202 | ANH | Soil and stones from gardens and parks | Terres et pierres de jardins et parcs | أتربة وحجارة من الحدائق
200203 | ANH | Other garden and park waste, non-biodegradable | Autres déchets de jardins et parcs, non biodégradables | نفايات أخرى من الحدائق، غير قابلة للتحلل البيولوجي
200301 | ANH | Mixed household and similar waste | Déchets ménagers et assimilés en mélange | نفايات منزلية وما شابهها، مختلطة
200302 | ANH | Market waste | Déchets de marchés | نفايات الأسواق
200303 | ANH | Street sweepings | Déchets de nettoiement des rues | نفايات كنس الشوارع
200304 | ANH | Septic tank sludges | Boues de fosses septiques | أوحال حفر التعفن
200306 | ANH | Sewer cleaning waste | Déchets de curage des égouts | نفايات تنظيف قنوات التطهير
200307 | ANH | Bulky household waste | Déchets encombrants | نفايات ضخمة
200399 | ANH | Other household and similar wastes | Autres déchets ménagers et assimilés | نفايات منزلية أخرى وما شابهها
`
