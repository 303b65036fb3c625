/** Chapter 15 of the List of Waste: packaging, absorbents, wiping cloths, filters and protective clothing. Columns: code | entry | English | French | Arabic. */
export const chapter15 = `
150101 | ANH | Paper and cardboard packaging waste | Déchets d’emballages en papier et carton | نفايات التغليف من الورق والكرتون
150102 | ANH | Plastic packaging waste | Déchets d’emballages en plastique | نفايات التغليف من البلاستيك
150103 | ANH | Wood packaging waste | Déchets d’emballages en bois | نفايات التغليف من الخشب
150104 | ANH | Metal packaging waste | Déchets d’emballages métalliques | نفايات التغليف المعدنية
150105 | ANH | Composite packaging waste | Déchets d’emballages composites | نفايات التغليف المركبة
150106 | ANH | Mixed packaging waste | Déchets d’emballages en mélange | نفايات التغليف المختلطة
150107 | ANH | Glass packaging waste | Déchets d’emballages en verre | نفايات التغليف من الزجاج
150109 | ANH | Textile packaging waste | Déchets d’emballages textiles | نفايات التغليف من النسيج
150110 | AH | Packaging soiled by hazardous substances | Emballages souillés par des substances dangereuses | نفايات تغليف ملوثة بمواد خطرة
150111 | AH | Metal packaging with hazardous porous filling (asbestos) | Emballages métalliques à matrice poreuse dangereuse (amiante) | نفايات تغليف معدنية بحشوة مسامية خطرة كالأميانت
150202 | MH | Soiled absorbents, filters, wipes and workwear, hazardous | Absorbants, filtres, chiffons et vêtements souillés, dangereux | مواد ماصة ومرشحات وخرق وألبسة واقية، ملوثة وخطرة
150203 | MNH | Absorbents, filters, wipes and workwear, non-hazardous | Absorbants, filtres, chiffons et vêtements, non dangereux | مواد ماصة ومرشحات وخرق وألبسة واقية، غير خطرة
`
