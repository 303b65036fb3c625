/** Chapter 01 of the List of Waste: mining, quarrying and treatment of minerals. Columns: code | entry | English | French | Arabic. */
export const chapter01 = `
010101 | ANH | Metal ore extraction wastes | Déchets d’extraction de minerais métalliques | نفايات استخراج الخامات الفلزية
010102 | ANH | Non-metallic mineral extraction wastes | Déchets d’extraction de minéraux non métalliques | نفايات استخراج المعادن اللافلزية
010304 | AH | Acid-generating sulphide ore tailings | Résidus acidogènes de minerais sulfurés | مخلفات خامات كبريتيدية مولدة للحمض
010305 | MH | Other ore tailings, hazardous | Autres résidus de traitement de minerais, dangereux | مخلفات أخرى لمعالجة الخامات، خطرة
010306 | MNH | Other ore tailings, non-hazardous | Autres résidus de traitement de minerais, non dangereux | مخلفات أخرى لمعالجة الخامات، غير خطرة
010307 | MH | Metal ore processing wastes, hazardous | Déchets de traitement de minerais métalliques, dangereux | نفايات معالجة الخامات الفلزية، خطرة
010308 | MNH | Metal ore dusts and powders, non-hazardous | Poussières et poudres de minerais métalliques, non dangereuses | غبار ومساحيق الخامات الفلزية، غير خطرة
010309 | MNH | Alumina red mud, non-hazardous | Boues rouges d’alumine, non dangereuses | الأوحال الحمراء من إنتاج الألومينا، غير خطرة
010310 | MH | Alumina red mud, hazardous | Boues rouges d’alumine, dangereuses | الأوحال الحمراء من إنتاج الألومينا، خطرة
010399 | MNH | Other wastes from metal ore processing | Autres déchets du traitement des minerais métalliques | نفايات أخرى من معالجة الخامات الفلزية
010407 | MH | Non-metallic mineral processing wastes, hazardous | Déchets de traitement de minéraux non métalliques, dangereux | نفايات معالجة المعادن اللافلزية، خطرة
010408 | MNH | Gravel and crushed rock, non-hazardous | Graviers et débris de pierres, non dangereux | حصى وفتات صخور، غير خطرة
010409 | ANH | Sand and clay wastes | Déchets de sable et d’argile | نفايات الرمل والطين
010410 | MNH | Non-metallic mineral dusts and powders, non-hazardous | Poussières et poudres minérales non métalliques, non dangereuses | غبار ومساحيق المعادن اللافلزية، غير خطرة
010411 | MNH | Potash and rock salt processing wastes, non-hazardous | Déchets de traitement de potasse et sel gemme, non dangereux | نفايات معالجة البوتاس والملح الصخري، غير خطرة
010412 | MNH | Mineral washing tailings and wastes, non-hazardous | Résidus et déchets de lavage de minéraux, non dangereux | مخلفات ونفايات غسل المعادن وتنظيفها، غير خطرة
010413 | MNH | Stone cutting and sawing wastes, non-hazardous | Déchets de taille et sciage de pierres, non dangereux | نفايات قطع الحجارة ونشرها، غير خطرة
010499 | MNH | Other wastes from non-metallic mineral processing | Autres déchets du traitement des minéraux non métalliques | نفايات أخرى من معالجة المعادن اللافلزية
010504 | ANH | Freshwater-based drilling muds and wastes | Boues et déchets de forage à l’eau douce | أوحال ونفايات حفر بالمياه العذبة
010505 | AH | Oily drilling muds and wastes | Boues et déchets de forage contenant des hydrocarbures | أوحال ونفايات حفر محتوية على محروقات
010506 | MH | Other drilling muds and wastes, hazardous | Autres boues et déchets de forage, dangereux | أوحال ونفايات حفر أخرى، خطرة
010507 | MNH | Barite drilling muds and wastes, non-hazardous | Boues et déchets de forage à la barytine, non dangereux | أوحال ونفايات حفر محتوية على الباريت، غير خطرة
010508 | MNH | Chloride drilling muds and wastes, non-hazardous | Boues et déchets de forage chlorurés, non dangereux | أوحال ونفايات حفر محتوية على الكلوريد، غير خطرة
010599 | MNH | Other wastes from drilling | Autres déchets de forage | نفايات أخرى من الحفر
`
