/** Chapter 04 of the List of Waste: leather, fur and textiles. Columns: code | entry | English | French | Arabic. */
export const chapter04 = `
040101 | ANH | Hide fleshings and limed splits | Écharnures et refentes de peaux chaulées | نفايات نزع اللحم عن الجلود وشق الجلود المجيرة
040102 | ANH | Hide liming residues | Résidus de chaulage des peaux | نفايات تجيير الجلود
040103 | MH | Solvent degreasing wastes of hides, no liquid phase, hazardous | Résidus de dégraissage aux solvants sans phase liquide, dangereux | نفايات إزالة دهون الجلود بالمذيبات دون طور سائل، خطرة
040104 | ANH | Spent tanning liquor with chromium | Bains de tannage avec chrome | محاليل دباغة محتوية على الكروم
040105 | ANH | Spent tanning liquor without chromium | Bains de tannage sans chrome | محاليل دباغة خالية من الكروم
040106 | ANH | Tannery effluent sludges with chromium | Boues de traitement d’effluents de tannerie, avec chrome | أوحال معالجة المصبات السائلة للمدابغ، محتوية على الكروم
040107 | ANH | Tannery effluent sludges without chromium | Boues de traitement d’effluents de tannerie, sans chrome | أوحال معالجة المصبات السائلة للمدابغ، خالية من الكروم
040108 | ANH | Chrome-tanned leather shavings, offcuts and dust | Chutes, dérayures et poussières de cuir tanné au chrome | قصاصات وغبار الجلود المدبوغة بالكروم
040109 | ANH | Leather dressing and finishing wastes | Déchets de corroyage et de finissage du cuir | نفايات تسوية الجلود وتشطيبها
040199 | MNH | Other wastes from leather and fur | Autres déchets du cuir et de la fourrure | نفايات أخرى من صناعة الجلود والفراء
040209 | ANH | Composite textile wastes | Déchets de textiles composites | نفايات المنسوجات المركبة
040210 | ANH | Natural grease and wax from textiles | Matières organiques naturelles (graisse, cire), textile | دهون وشموع طبيعية من صناعة النسيج
040214 | MH | Textile finishing wastes with solvents, hazardous | Déchets de finition textile avec solvants organiques, dangereux | نفايات تجهيز النسيج المحتوية على مذيبات عضوية، خطرة
040215 | MNH | Textile finishing wastes, non-hazardous | Déchets de finition textile, non dangereux | نفايات تجهيز النسيج، غير خطرة
040216 | MH | Textile dyes and pigments, hazardous | Teintures et pigments textiles, dangereux | أصباغ وأخضبة النسيج، خطرة
040217 | MNH | Textile dyes and pigments, non-hazardous | Teintures et pigments textiles, non dangereux | أصباغ وأخضبة النسيج، غير خطرة
040219 | MH | Textile effluent treatment sludges, hazardous | Boues de traitement d’effluents textiles, dangereuses | أوحال معالجة المصبات السائلة لصناعة النسيج، خطرة
040220 | MNH | Textile effluent treatment sludges, non-hazardous | Boues de traitement d’effluents textiles, non dangereuses | أوحال معالجة المصبات السائلة لصناعة النسيج، غير خطرة
040221 | ANH | Raw textile fibre wastes | Déchets de fibres textiles brutes | نفايات ألياف نسيجية خام
040222 | ANH | Spun, woven or knitted fibre wastes | Déchets de fibres textiles ouvrées | نفايات ألياف نسيجية مصنعة
040299 | ANH | Other wastes from textiles | Autres déchets de l’industrie textile | نفايات أخرى من صناعة النسيج
`
