/** Chapter 02 of the List of Waste: agriculture, fishing and food processing. Columns: code | entry | English | French | Arabic. */
export const chapter02 = `
020101 | ANH | Washing sludges from agriculture and fishing | Boues de lavage de l’agriculture et de la pêche | أوحال غسل وتنظيف من الفلاحة والصيد البحري
020102 | ANH | Animal tissue from farming and fishing | Tissus animaux d’élevage et de pêche | أنسجة حيوانية من تربية المواشي والصيد
020103 | ANH | Plant residues from farming | Déchets de tissus végétaux agricoles | أنسجة نباتية من الفلاحة
020104 | ANH | Farm plastics, not packaging | Plastiques agricoles, hors emballages | بلاستيك فلاحي، عدا التغليف
020106 | ANH | Manure, slurry and soiled straw | Fumiers, lisiers et pailles souillées | روث الحيوانات وبولها والتبن المتسخ
020107 | ANH | Forestry wastes | Déchets de l’exploitation forestière | نفايات استغلال الغابات
020108 | MH | Agrochemical wastes, hazardous | Déchets agrochimiques, dangereux | نفايات الكيماويات الفلاحية، خطرة
020109 | MNH | Agrochemical wastes, non-hazardous | Déchets agrochimiques, non dangereux | نفايات الكيماويات الفلاحية، غير خطرة
020110 | ANH | Farm scrap metal | Déchets métalliques agricoles | نفايات معدنية فلاحية
020199 | ANH | Other wastes from agriculture, forestry and fishing | Autres déchets de l’agriculture, de la sylviculture et de la pêche | نفايات أخرى من الفلاحة والغابات والصيد
020201 | ANH | Washing sludges from meat and fish processing | Boues de lavage, viandes et poissons | أوحال غسل وتنظيف من تحضير اللحوم والأسماك
020202 | ANH | Animal tissue from meat and fish processing | Tissus animaux, transformation des viandes et poissons | أنسجة حيوانية من تحضير اللحوم والأسماك
020203 | ANH | Meat and fish products unfit for use | Produits carnés et de la pêche impropres à la consommation ou à la transformation | لحوم وأسماك غير صالحة للاستهلاك أو التحويل
020204 | ANH | Effluent treatment sludges, meat and fish | Boues de traitement d’effluents, viandes et poissons | أوحال معالجة المصبات السائلة، اللحوم والأسماك
020299 | ANH | Other wastes from meat and fish processing | Autres déchets de la transformation des viandes et poissons | نفايات أخرى من تحضير اللحوم والأسماك
020301 | ANH | Washing, peeling and separation sludges, plant foods | Boues de lavage, épluchage et séparation, produits végétaux | أوحال غسل وتقشير وفصل الأغذية النباتية
020302 | ANH | Preservative wastes, plant foods | Déchets d’agents de conservation, produits végétaux | نفايات المواد الحافظة، الأغذية النباتية
020303 | ANH | Solvent extraction wastes, oils and plant foods | Déchets d’extraction par solvants, huiles et végétaux | نفايات الاستخلاص بالمذيبات، الزيوت والنباتات
020304 | ANH | Plant foods unfit for use | Produits végétaux impropres à la consommation ou à la transformation | أغذية نباتية غير صالحة للاستهلاك أو التحويل
020305 | ANH | Effluent treatment sludges, plant foods | Boues de traitement d’effluents, produits végétaux | أوحال معالجة المصبات السائلة، الأغذية النباتية
020399 | ANH | Other wastes from fruit, vegetable, cereal and oil processing | Autres déchets des fruits, légumes, céréales et huiles | نفايات أخرى من تحويل الفواكه والخضر والحبوب والزيوت
020401 | ANH | Soil from sugar beet washing | Terre de lavage des betteraves | أتربة غسل الشمندر السكري
020402 | ANH | Reject calcium carbonate from sugar making | Carbonate de calcium déclassé de sucrerie | كربونات الكالسيوم غير المطابقة من صناعة السكر
020403 | ANH | Effluent treatment sludges, sugar making | Boues de traitement d’effluents, sucrerie | أوحال معالجة المصبات السائلة، صناعة السكر
020499 | ANH | Other wastes from sugar making | Autres déchets de sucrerie | نفايات أخرى من صناعة السكر
020501 | ANH | Dairy products unfit for use | Produits laitiers impropres à la consommation ou à la transformation | منتجات ألبان غير صالحة للاستهلاك أو التحويل
020502 | ANH | Effluent treatment sludges, dairies | Boues de traitement d’effluents, laiterie | أوحال معالجة المصبات السائلة، صناعة الألبان
020599 | ANH | Other wastes from dairies | Autres déchets de laiterie | نفايات أخرى من صناعة الألبان
020601 | ANH | Bakery and confectionery goods unfit for use | Produits de boulangerie et confiserie impropres à la consommation ou à la transformation | منتجات مخابز وحلويات غير صالحة للاستهلاك أو التحويل
020602 | ANH | Preservative wastes, bakery and confectionery | Déchets d’agents de conservation, boulangerie et confiserie | نفايات المواد الحافظة، المخابز والحلويات
020603 | ANH | Effluent treatment sludges, bakery and confectionery | Boues de traitement d’effluents, boulangerie et confiserie | أوحال معالجة المصبات السائلة، المخابز والحلويات
020699 | ANH | Other wastes from bakery and confectionery | Autres déchets de boulangerie et confiserie | نفايات أخرى من المخابز وصناعة الحلويات
020701 | ANH | Washing and crushing wastes from beverage raw materials | Déchets de lavage et broyage des matières premières, boissons | نفايات غسل وطحن المواد الأولية للمشروبات
020702 | ANH | Spirits distillation residues | Déchets de distillation de l’alcool | نفايات تقطير الكحول
020703 | ANH | Chemical treatment wastes, beverages | Déchets de traitements chimiques, boissons | نفايات المعالجة الكيميائية، المشروبات
020704 | ANH | Beverage materials unfit for use | Boissons et matières impropres à la consommation ou à la transformation | مشروبات ومواد غير صالحة للاستهلاك أو التحويل
020705 | ANH | Effluent treatment sludges, beverages | Boues de traitement d’effluents, boissons | أوحال معالجة المصبات السائلة، المشروبات
020799 | ANH | Other wastes from beverage production | Autres déchets de la production de boissons | نفايات أخرى من صناعة المشروبات
`
