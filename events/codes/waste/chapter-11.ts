/** Chapter 11 of the List of Waste: chemical surface treatment and coating, non-ferrous hydrometallurgy. Columns: code | entry | English | French | Arabic. */
export const chapter11 = `
110105 | AH | Spent pickling acids | Acides de décapage usés | أحماض مستنفدة من تخليل المعادن
110106 | AH | Other acids from surface treatment | Autres acides de traitement de surface | أحماض أخرى من معالجة الأسطح
110107 | AH | Spent pickling alkalis | Bases de décapage usées | قواعد مستنفدة من تخليل المعادن
110108 | AH | Phosphating sludges | Boues de phosphatation | أوحال الفسفتة
110109 | MH | Surface-treatment sludges and filter cakes, hazardous | Boues et gâteaux de traitement de surface, dangereux | أوحال وكعك ترشيح من معالجة الأسطح، خطرة
110110 | MNH | Surface-treatment sludges and filter cakes, non-hazardous | Boues et gâteaux de traitement de surface, non dangereux | أوحال وكعك ترشيح من معالجة الأسطح، غير خطرة
110111 | MH | Surface-treatment rinse waters, hazardous | Eaux de rinçage de traitement de surface, dangereuses | مياه شطف من معالجة الأسطح، خطرة
110112 | MNH | Surface-treatment rinse waters, non-hazardous | Eaux de rinçage de traitement de surface, non dangereuses | مياه شطف من معالجة الأسطح، غير خطرة
110113 | MH | Metal degreasing wastes, hazardous | Déchets de dégraissage des métaux, dangereux | نفايات نزع الشحوم عن المعادن، خطرة
110114 | MNH | Metal degreasing wastes, non-hazardous | Déchets de dégraissage des métaux, non dangereux | نفايات نزع الشحوم عن المعادن، غير خطرة
110115 | MH | Membrane and ion-exchange eluates and sludges, hazardous | Éluats et boues de membranes et d’échange d’ions, dangereux | سوائل وأوحال الأغشية والتبادل الأيوني، خطرة
110116 | AH | Spent ion-exchange resins | Résines échangeuses d’ions usées | راتنجات تبادل أيوني مشبعة أو مستنفدة
110198 | MH | Other wastes from surface treatment, hazardous | Autres déchets de traitement de surface, dangereux | نفايات أخرى من معالجة الأسطح، خطرة
110199 | MNH | Other wastes from surface treatment, non-hazardous | Autres déchets de traitement de surface, non dangereux | نفايات أخرى من معالجة الأسطح، غير خطرة
110202 | AH | Zinc hydrometallurgy sludges (jarosite, goethite) | Boues d’hydrométallurgie du zinc (jarosite, goethite) | أوحال التعدين المائي للزنك (جاروسيت، غوتيت)
110203 | ANH | Anode-making wastes for aqueous electrolysis | Déchets de fabrication d’anodes pour électrolyse aqueuse | نفايات صنع أنودات التحليل الكهربائي المائي
110205 | MH | Copper hydrometallurgy wastes, hazardous | Déchets d’hydrométallurgie du cuivre, dangereux | نفايات التعدين المائي للنحاس، خطرة
110206 | MNH | Copper hydrometallurgy wastes, non-hazardous | Déchets d’hydrométallurgie du cuivre, non dangereux | نفايات التعدين المائي للنحاس، غير خطرة
110207 | MH | Other non-ferrous hydrometallurgy wastes, hazardous | Autres déchets d’hydrométallurgie de métaux non ferreux, dangereux | نفايات أخرى من التعدين المائي لمعادن غير حديدية، خطرة
110299 | MNH | Other non-ferrous hydrometallurgy wastes, non-hazardous | Autres déchets d’hydrométallurgie de métaux non ferreux, non dangereux | نفايات أخرى من التعدين المائي لمعادن غير حديدية، غير خطرة
110301 | AH | Cyanide wastes from metal tempering | Déchets cyanurés de trempe des métaux | نفايات سيانيدية من سقاية المعادن
110302 | AH | Other wastes from metal tempering | Autres déchets de trempe des métaux | نفايات أخرى من سقاية المعادن
110501 | ANH | Hard zinc from hot galvanising | Mattes de zinc de galvanisation à chaud | زنك صلب من الغلفنة الساخنة
110502 | ANH | Zinc ash from hot galvanising | Cendres de zinc de galvanisation à chaud | رماد الزنك من الغلفنة الساخنة
110503 | AH | Solid gas-treatment wastes, hot galvanising | Déchets solides d’épuration des gaz, galvanisation à chaud | نفايات صلبة من معالجة غازات الغلفنة الساخنة
110504 | AH | Spent galvanising flux | Flux de galvanisation usé | مساعد صهر مستنفد من الغلفنة الساخنة
110599 | ANH | Other wastes from hot galvanising | Autres déchets de galvanisation à chaud | نفايات أخرى من الغلفنة الساخنة
`
