/** Chapter 03 of the List of Waste: wood, panels, furniture, pulp and paper. Columns: code | entry | English | French | Arabic. */
export const chapter03 = `
030101 | ANH | Bark and cork wastes | Déchets d’écorce et de liège | نفايات اللحاء والفلين
030104 | MH | Sawdust, shavings, wood and board offcuts, hazardous | Sciures, copeaux, chutes de bois et panneaux, dangereux | نشارة وقصاصات خشب وألواح، خطرة
030105 | MNH | Sawdust, shavings, wood and board offcuts, non-hazardous | Sciures, copeaux, chutes de bois et panneaux, non dangereux | نشارة وقصاصات خشب وألواح، غير خطرة
030199 | ANH | Other wastes from woodworking, panels and furniture | Autres déchets du bois, des panneaux et des meubles | نفايات أخرى من صناعة الخشب والألواح والأثاث
030201 | AH | Halogen-free organic wood preservatives | Produits de préservation du bois organiques non halogénés | مواد عضوية غير مهلجنة لحفظ الخشب
030202 | AH | Chlorinated organic wood preservatives | Produits de préservation du bois organochlorés | مواد عضوية مكلورة لحفظ الخشب
030203 | AH | Wood preservatives with organic metal compounds | Produits de préservation du bois organométalliques | مواد عضوية معدنية لحفظ الخشب
030204 | AH | Mineral-based wood preservatives | Produits de préservation du bois inorganiques | مواد غير عضوية لحفظ الخشب
030205 | MH | Other wood preservatives, hazardous | Autres produits de préservation du bois, dangereux | مواد أخرى لحفظ الخشب، خطرة
030299 | MNH | Other wastes from wood preservation | Autres déchets de la préservation du bois | نفايات أخرى من حفظ الخشب
030301 | ANH | Bark and wood wastes from pulp mills | Déchets d’écorce et de bois, pâte à papier | نفايات اللحاء والخشب من صناعة عجينة الورق
030302 | ANH | Green liquor sludges from pulping | Boues de liqueur verte de cuisson | أوحال السائل الأخضر من طهي عجينة الورق
030305 | ANH | De-inking sludges from recycled paper | Boues de désencrage du papier recyclé | أوحال نزع الحبر من الورق المسترجع
030307 | ANH | Pulping rejects from waste paper and cardboard | Refus de trituration de vieux papiers et cartons | مرفوضات عجن الورق والكرتون المستعملين
030308 | ANH | Paper and cardboard sorting rejects | Refus de tri de papiers et cartons à recycler | نفايات فرز الورق والكرتون الموجهين للرسكلة
030309 | ANH | Lime mud from pulp mills | Boues de chaux, papeterie | أوحال الجير من صناعة الورق
030310 | ANH | Fibre, filler and coating rejects and sludges | Refus et boues de fibres, charges et couchage | مرفوضات وأوحال الألياف ومواد الحشو والتغطية
030311 | ANH | Other effluent treatment sludges, pulp and paper | Autres boues de traitement d’effluents, papeterie | أوحال أخرى لمعالجة المصبات السائلة، صناعة الورق
030399 | ANH | Other wastes from pulp, paper and cardboard making | Autres déchets de la fabrication de pâte, papier et carton | نفايات أخرى من صناعة العجينة والورق والكرتون
`
