/** Chapter 17 of the List of Waste: construction and demolition. Columns: code | entry | English | French | Arabic. */
export const chapter17 = `
170101 | MNH | Concrete | Béton | الخرسانة
170102 | MNH | Bricks | Briques | الآجر
170103 | MNH | Roof and floor tiles, ceramics | Tuiles, carrelages et céramiques | القرميد والبلاط والخزف
170106 | MH | Concrete, brick, tile and ceramic rubble, hazardous | Gravats de béton, briques, tuiles et céramiques, dangereux | أنقاض الخرسانة والآجر والقرميد والخزف، خطرة
170107 | MNH | Mixed concrete, brick, tile and ceramic rubble, non-hazardous | Gravats en mélange de béton, briques, tuiles et céramiques, non dangereux | أنقاض مختلطة من خرسانة وآجر وقرميد وخزف، غير خطرة
170201 | MNH | Construction wood, non-hazardous | Bois de chantier, non dangereux | خشب البناء والهدم، غير خطر
170202 | MNH | Construction glass, non-hazardous | Verre de chantier, non dangereux | زجاج البناء والهدم، غير خطر
170203 | MNH | Construction plastic, non-hazardous | Plastiques de chantier, non dangereux | بلاستيك البناء والهدم، غير خطر
170204 | MH | Contaminated wood, glass and plastic, hazardous | Bois, verre et plastiques contaminés, dangereux | أخشاب وزجاج وبلاستيك ملوثة، خطرة
170301 | MH | Asphalt mixtures with coal tar, hazardous | Enrobés bitumineux au goudron de houille, dangereux | خلائط زفتية محتوية على قطران الفحم، خطرة
170302 | MNH | Asphalt mixtures, tar-free, non-hazardous | Enrobés bitumineux sans goudron, non dangereux | خلائط زفتية دون قطران، غير خطرة
170303 | AH | Coal tar and tar-coated products | Goudron de houille et produits goudronnés | قطران الفحم والمنتجات المقطرنة
170401 | MNH | Copper, bronze and brass scrap | Déchets de cuivre, bronze et laiton | خردة النحاس والبرونز والنحاس الأصفر
170402 | MNH | Aluminium scrap | Déchets d’aluminium | خردة الألمنيوم
170403 | MNH | Lead scrap | Déchets de plomb | خردة الرصاص
170404 | MNH | Zinc scrap | Déchets de zinc | خردة الزنك
170405 | MNH | Iron and steel scrap | Ferraille (fer et acier) | خردة الحديد والصلب
170406 | MNH | Tin scrap | Déchets d’étain | خردة القصدير
170407 | MNH | Mixed metal scrap | Métaux en mélange | خردة معادن مختلطة
170409 | MH | Contaminated metal scrap, hazardous | Déchets métalliques contaminés, dangereux | خردة معادن ملوثة، خطرة
170410 | MH | Cables with oil, coal tar or the like, hazardous | Câbles contenant de l’huile, du goudron ou d’autres substances, dangereux | كوابل تحتوي على زيت أو قطران أو غيرهما، خطرة
170411 | MNH | Cables, non-hazardous | Câbles, non dangereux | كوابل، غير خطرة
170503 | MH | Soil and stones, hazardous | Terres et cailloux, dangereux | أتربة وحجارة، خطرة
170504 | MNH | Soil and stones, non-hazardous | Terres et cailloux, non dangereux | أتربة وحجارة، غير خطرة
170505 | MH | Dredging spoil, hazardous | Déblais de dragage, dangereux | نواتج تجريف القيعان المائية، خطرة
170506 | MNH | Dredging spoil, non-hazardous | Déblais de dragage, non dangereux | نواتج تجريف القيعان المائية، غير خطرة
170507 | MH | Railway ballast, hazardous | Ballast de voie ferrée, dangereux | حصى السكك الحديدية، خطر
170508 | MNH | Railway ballast, non-hazardous | Ballast de voie ferrée, non dangereux | حصى السكك الحديدية، غير خطر
170601 | MH | Asbestos insulation, hazardous | Isolants à l’amiante, dangereux | مواد عازلة بالأميانت، خطرة
170603 | MH | Other insulation materials, hazardous | Autres matériaux isolants, dangereux | مواد عازلة أخرى، خطرة
170604 | MNH | Insulation materials, non-hazardous | Matériaux isolants, non dangereux | مواد عازلة، غير خطرة
170605 | MH | Asbestos building materials, hazardous | Matériaux de construction à l’amiante, dangereux | مواد بناء بالأميانت، خطرة
170801 | MH | Gypsum building materials, hazardous | Matériaux de construction à base de gypse, dangereux | مواد بناء جبسية، خطرة
170802 | MNH | Gypsum building materials, non-hazardous | Matériaux de construction à base de gypse, non dangereux | مواد بناء جبسية، غير خطرة
170901 | MH | Construction and demolition wastes with mercury, hazardous | Déchets de construction et démolition au mercure, dangereux | نفايات بناء وهدم تحتوي على الزئبق، خطرة
170902 | MH | Construction and demolition wastes with PCB, hazardous | Déchets de construction et démolition aux PCB, dangereux | نفايات بناء وهدم تحتوي على PCB، خطرة
170903 | MH | Other construction and demolition wastes, hazardous | Autres déchets de construction et démolition, dangereux | نفايات بناء وهدم أخرى، خطرة
170904 | MNH | Mixed construction and demolition wastes, non-hazardous | Déchets de construction et démolition en mélange, non dangereux | نفايات بناء وهدم مختلطة، غير خطرة
`
