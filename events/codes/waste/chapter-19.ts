/** Chapter 19 of the List of Waste: waste and waste water treatment, water production. Columns: code | entry | English | French | Arabic. */
export const chapter19 = `
190102 | ANH | Ferrous metal recovered from bottom ash | Métaux ferreux extraits des mâchefers | معادن حديدية مستخرجة من رماد القاع
190105 | AH | Filter cake from incineration gas treatment | Gâteaux de filtration des gaz d’incinération | كعك ترشيح غازات الترميد
190106 | AH | Aqueous liquids from incineration gas treatment and others | Liquides aqueux d’épuration des gaz d’incinération et autres | سوائل مائية من معالجة غازات الترميد وغيرها
190107 | AH | Solid wastes from incineration gas treatment | Déchets solides d’épuration des gaz d’incinération | نفايات صلبة من معالجة غازات الترميد
190110 | AH | Spent activated carbon from incineration flue gas | Charbon actif usé d’épuration des fumées d’incinération | فحم منشط مستنفد من معالجة غازات مداخن الترميد
190111 | MH | Incineration bottom ash and slag, hazardous | Mâchefers et scories d’incinération, dangereux | رماد القاع والخبث من الترميد، نفايات خطرة
190112 | MNH | Incineration bottom ash and slag, non-hazardous | Mâchefers et scories d’incinération, non dangereux | رماد القاع والخبث من الترميد، نفايات غير خطرة
190113 | MH | Incineration fly ash, hazardous | Cendres volantes d’incinération, dangereuses | رماد متطاير من الترميد، خطر
190114 | MNH | Incineration fly ash, non-hazardous | Cendres volantes d’incinération, non dangereuses | رماد متطاير من الترميد، غير خطر
190115 | MH | Incineration boiler dust, hazardous | Cendres sous chaudière d’incinération, dangereuses | غبار مراجل الترميد، خطر
190116 | MNH | Incineration boiler dust, non-hazardous | Cendres sous chaudière d’incinération, non dangereuses | غبار مراجل الترميد، غير خطر
190117 | MH | Pyrolysis wastes, hazardous | Déchets de pyrolyse, dangereux | نفايات التحلل الحراري، خطرة
190118 | MNH | Pyrolysis wastes, non-hazardous | Déchets de pyrolyse, non dangereux | نفايات التحلل الحراري، غير خطرة
190119 | ANH | Fluidised-bed sand from incineration | Sables de lits fluidisés d’incinération | رمال الطبقات المميعة من الترميد
190199 | ANH | Other wastes from incineration or pyrolysis | Autres déchets d’incinération ou de pyrolyse | نفايات أخرى من الترميد أو التحلل الحراري
190203 | ANH | Premixed wastes, all non-hazardous | Déchets prémélangés, tous non dangereux | نفايات مخلوطة مسبقا، كلها غير خطرة
190204 | AH | Premixed wastes, at least one hazardous | Déchets prémélangés, dont au moins un dangereux | نفايات مخلوطة مسبقا، إحداها على الأقل خطرة
190205 | MH | Physico-chemical treatment sludges, hazardous | Boues de traitement physico-chimique, dangereuses | أوحال المعالجة الفيزيوكيميائية، خطرة
190206 | MNH | Physico-chemical treatment sludges, non-hazardous | Boues de traitement physico-chimique, non dangereuses | أوحال المعالجة الفيزيوكيميائية، غير خطرة
190207 | AH | Oils and concentrates from waste separation | Huiles et concentrés de séparation de déchets | زيوت ومركزات من فصل النفايات
190208 | MH | Combustible wastes, liquid, hazardous | Déchets combustibles liquides, dangereux | نفايات سائلة قابلة للاحتراق، خطرة
190209 | MH | Combustible wastes, solid, hazardous | Déchets combustibles solides, dangereux | نفايات صلبة قابلة للاحتراق، خطرة
190210 | MNH | Combustible wastes, liquid or solid, non-hazardous | Déchets combustibles liquides ou solides, non dangereux | نفايات سائلة أو صلبة قابلة للاحتراق، غير خطرة
190211 | MH | Other physico-chemical treatment wastes, hazardous | Autres déchets de traitement physico-chimique, dangereux | نفايات أخرى من المعالجة الفيزيوكيميائية، خطرة
190299 | MNH | Other physico-chemical treatment wastes, non-hazardous | Autres déchets de traitement physico-chimique, non dangereux | نفايات أخرى من المعالجة الفيزيوكيميائية، غير خطرة
190304 | AH | Partly stabilised wastes, hazardous | Déchets partiellement stabilisés, dangereux | نفايات مثبتة جزئيا، خطرة
190305 | ANH | Stabilised wastes, non-hazardous | Déchets stabilisés, non dangereux | نفايات مثبتة، غير خطرة
190306 | AH | Solidified wastes, hazardous | Déchets solidifiés, dangereux | نفايات متصلبة، خطرة
190307 | ANH | Solidified wastes, non-hazardous | Déchets solidifiés, non dangereux | نفايات متصلبة، غير خطرة
190308 | AH | Mercury, partly stabilised | Mercure partiellement stabilisé | زئبق مثبت جزئيا
190401 | ANH | Vitrified wastes | Déchets vitrifiés | نفايات مزججة
190402 | AH | Fly ash and flue-gas wastes from vitrification | Cendres volantes et résidus de fumées de vitrification | رماد متطاير ونفايات معالجة غازات المداخن من التزجيج
190403 | AH | Unvitrified solid phase | Phase solide non vitrifiée | طور صلب غير مزجج
190404 | ANH | Aqueous liquids from tempering vitrified waste | Liquides aqueux de trempe des déchets vitrifiés | سوائل مائية من سقاية النفايات المزججة
190501 | ANH | Uncomposted fraction of household and similar waste | Fraction non compostée de déchets ménagers et assimilés | جزء غير محول إلى سماد من النفايات المنزلية وما شابهها
190502 | ANH | Uncomposted fraction of animal and plant waste | Fraction non compostée de déchets animaux et végétaux | جزء غير محول إلى سماد من النفايات الحيوانية والنباتية
190503 | ANH | Compost below specification | Compost non conforme | سماد عضوي غير مطابق للمواصفات
190599 | ANH | Other wastes from aerobic treatment | Autres déchets de traitement aérobie | نفايات أخرى من المعالجة الهوائية
190603 | ANH | Digestion liquor from household and similar waste | Liquides de méthanisation de déchets ménagers et assimilés | سوائل الهضم اللاهوائي للنفايات المنزلية وما شابهها
190604 | ANH | Digestate from household and similar waste | Digestats de déchets ménagers et assimilés | بقايا الهضم اللاهوائي للنفايات المنزلية وما شابهها
190605 | ANH | Digestion liquor from animal and plant waste | Liquides de méthanisation de déchets animaux et végétaux | سوائل الهضم اللاهوائي للنفايات الحيوانية والنباتية
190606 | ANH | Digestate from animal and plant waste | Digestats de déchets animaux et végétaux | بقايا الهضم اللاهوائي للنفايات الحيوانية والنباتية
190699 | ANH | Other wastes from anaerobic treatment | Autres déchets de traitement anaérobie | نفايات أخرى من المعالجة اللاهوائية
190702 | MH | Landfill leachate, hazardous | Lixiviats de centre d’enfouissement, dangereux | عصارة مراكز الردم، خطرة
190703 | MNH | Landfill leachate, non-hazardous | Lixiviats de centre d’enfouissement, non dangereux | عصارة مراكز الردم، غير خطرة
190801 | ANH | Waste water screenings | Refus de dégrillage des eaux usées | نواتج غربلة المياه المستعملة
190802 | ANH | Grit from waste water desanding | Sables de dessablage des eaux usées | رمال منزوعة من المياه المستعملة
190805 | ANH | Urban waste water sludges | Boues d’épuration des eaux usées urbaines | أوحال تصفية المياه المستعملة الحضرية
190806 | AH | Spent ion exchange resins, waste water | Résines échangeuses d’ions usées, eaux usées | راتنجات تبادل أيوني مستنفدة، مياه مستعملة
190807 | AH | Ion exchanger regeneration liquids and sludges, waste water | Solutions et boues de régénération de résines, eaux usées | محاليل وأوحال تجديد المبادلات الأيونية، مياه مستعملة
190808 | MH | Membrane wastes with heavy metals, hazardous | Déchets de membranes aux métaux lourds, dangereux | نفايات أغشية تحتوي على معادن ثقيلة، خطرة
190809 | ANH | Edible grease and oil from oil-water separators | Graisses et huiles alimentaires de séparateurs eau-huile | شحوم وزيوت غذائية من فواصل الزيت عن الماء
190810 | AH | Other grease and oil from oil-water separators | Autres graisses et huiles de séparateurs eau-huile | شحوم وزيوت أخرى من فواصل الزيت عن الماء
190811 | MH | Biological sludges, industrial waste water, hazardous | Boues biologiques, eaux usées industrielles, dangereuses | أوحال بيولوجية من مياه صناعية مستعملة، خطرة
190812 | MNH | Biological sludges, industrial waste water, non-hazardous | Boues biologiques, eaux usées industrielles, non dangereuses | أوحال بيولوجية من مياه صناعية مستعملة، غير خطرة
190813 | MH | Other sludges, industrial waste water, hazardous | Autres boues, eaux usées industrielles, dangereuses | أوحال أخرى من مياه صناعية مستعملة، خطرة
190814 | MNH | Other sludges, industrial waste water, non-hazardous | Autres boues, eaux usées industrielles, non dangereuses | أوحال أخرى من مياه صناعية مستعملة، غير خطرة
190899 | MNH | Other waste water treatment wastes, non-hazardous | Autres déchets d’épuration des eaux usées, non dangereux | نفايات أخرى من تصفية المياه المستعملة، غير خطرة
190901 | ANH | Raw water filtration solids and screenings | Déchets solides de filtration et dégrillage d’eau brute | نفايات صلبة من ترشيح المياه الخام وغربلتها
190902 | ANH | Water clarification sludges | Boues de clarification de l’eau | أوحال ترويق المياه
190903 | ANH | Water decarbonation sludges | Boues de décarbonatation de l’eau | أوحال نزع الكربونات من المياه
190904 | ANH | Spent activated carbon, water production | Charbon actif usé, production d’eau | فحم منشط مستنفد، إنتاج المياه
190905 | ANH | Spent ion exchange resins, water production | Résines échangeuses d’ions usées, production d’eau | راتنجات تبادل أيوني مستنفدة، إنتاج المياه
190906 | ANH | Ion exchanger regeneration liquids and sludges, water production | Solutions et boues de régénération de résines, production d’eau | محاليل وأوحال تجديد المبادلات الأيونية، إنتاج المياه
190999 | ANH | Other wastes from drinking or industrial water production | Autres déchets de production d’eau potable ou industrielle | نفايات أخرى من إنتاج المياه الشروب أو الصناعية
191001 | ANH | Iron and steel from metal shredding | Fer et acier de broyage de métaux | حديد وصلب من تفتيت المعادن
191002 | ANH | Non-ferrous metals from metal shredding | Métaux non ferreux de broyage de métaux | معادن غير حديدية من تفتيت المعادن
191003 | MH | Shredder fluff and dust, hazardous | Résidus légers et poussières de broyage, dangereux | مخلفات خفيفة وغبار من تفتيت المعادن، خطرة
191004 | MNH | Shredder fluff and dust, non-hazardous | Résidus légers et poussières de broyage, non dangereux | مخلفات خفيفة وغبار من تفتيت المعادن، غير خطرة
191005 | MH | Other shredder fractions, hazardous | Autres fractions de broyage, dangereuses | مخلفات أخرى من تفتيت المعادن، خطرة
191006 | MNH | Other shredder fractions, non-hazardous | Autres fractions de broyage, non dangereuses | مخلفات أخرى من تفتيت المعادن، غير خطرة
191101 | AH | Spent filter clays from oil regeneration | Argiles de filtration usées de régénération d’huiles | طين ترشيح مستنفد من تجديد الزيوت
191102 | AH | Acid tars from oil regeneration | Goudrons acides de régénération d’huiles | قطران حمضي من تجديد الزيوت
191103 | AH | Aqueous liquids from oil regeneration | Liquides aqueux de régénération d’huiles | سوائل مائية من تجديد الزيوت
191104 | AH | Wastes from base washing of fuels | Déchets de lavage de combustibles par des bases | نفايات تنقية الوقود بالقواعد
191105 | MH | Effluent sludges from oil regeneration, hazardous | Boues de traitement d’effluents de régénération d’huiles, dangereuses | أوحال معالجة المصبات السائلة لتجديد الزيوت، خطرة
191106 | MNH | Effluent sludges from oil regeneration, non-hazardous | Boues de traitement d’effluents de régénération d’huiles, non dangereuses | أوحال معالجة المصبات السائلة لتجديد الزيوت، غير خطرة
191107 | AH | Flue-gas cleaning wastes from oil regeneration | Déchets d’épuration des fumées de régénération d’huiles | نفايات تنقية غازات المداخن من تجديد الزيوت
191199 | ANH | Other wastes from oil regeneration | Autres déchets de régénération d’huiles | نفايات أخرى من تجديد الزيوت
191201 | ANH | Paper and cardboard from mechanical treatment | Papiers et cartons de traitement mécanique | ورق وكرتون من المعالجة الميكانيكية
191202 | ANH | Ferrous metal from mechanical treatment | Métaux ferreux de traitement mécanique | معادن حديدية من المعالجة الميكانيكية
191203 | ANH | Non-ferrous metal from mechanical treatment | Métaux non ferreux de traitement mécanique | معادن غير حديدية من المعالجة الميكانيكية
191204 | ANH | Plastic and rubber from mechanical treatment | Plastiques et caoutchouc de traitement mécanique | بلاستيك ومطاط من المعالجة الميكانيكية
191205 | ANH | Glass from mechanical treatment | Verre de traitement mécanique | زجاج من المعالجة الميكانيكية
191206 | MH | Wood from mechanical treatment, hazardous | Bois de traitement mécanique, dangereux | خشب من المعالجة الميكانيكية، خطر
191207 | MNH | Wood from mechanical treatment, non-hazardous | Bois de traitement mécanique, non dangereux | خشب من المعالجة الميكانيكية، غير خطر
191208 | ANH | Textiles from mechanical treatment | Textiles de traitement mécanique | منسوجات من المعالجة الميكانيكية
191209 | ANH | Sand, stones and minerals from mechanical treatment | Sables, pierres et minéraux de traitement mécanique | رمال وحجارة ومواد معدنية من المعالجة الميكانيكية
191210 | ANH | Refuse-derived fuel | Combustibles dérivés de déchets | وقود مشتق من النفايات
191211 | MH | Other mechanical treatment wastes, hazardous | Autres déchets de traitement mécanique, dangereux | نفايات أخرى من المعالجة الميكانيكية، خطرة
191212 | MNH | Other mechanical treatment wastes, non-hazardous | Autres déchets de traitement mécanique, non dangereux | نفايات أخرى من المعالجة الميكانيكية، غير خطرة
191301 | MH | Solid wastes, soil remediation, hazardous | Déchets solides de dépollution des sols, dangereux | نفايات صلبة من إزالة تلوث التربة، خطرة
191302 | MNH | Solid wastes, soil remediation, non-hazardous | Déchets solides de dépollution des sols, non dangereux | نفايات صلبة من إزالة تلوث التربة، غير خطرة
191303 | MH | Sludges, soil remediation, hazardous | Boues de dépollution des sols, dangereuses | أوحال من إزالة تلوث التربة، خطرة
191304 | MNH | Sludges, soil remediation, non-hazardous | Boues de dépollution des sols, non dangereuses | أوحال من إزالة تلوث التربة، غير خطرة
191305 | MH | Sludges, groundwater remediation, hazardous | Boues de dépollution d’eaux souterraines, dangereuses | أوحال من إزالة تلوث المياه الجوفية، خطرة
191306 | MNH | Sludges, groundwater remediation, non-hazardous | Boues de dépollution d’eaux souterraines, non dangereuses | أوحال من إزالة تلوث المياه الجوفية، غير خطرة
191307 | MH | Aqueous wastes, groundwater remediation, hazardous | Liquides et concentrés aqueux de dépollution d’eaux souterraines, dangereux | سوائل ومركزات مائية من إزالة تلوث المياه الجوفية، خطرة
191308 | MNH | Aqueous wastes, groundwater remediation, non-hazardous | Liquides et concentrés aqueux de dépollution d’eaux souterraines, non dangereux | سوائل ومركزات مائية من إزالة تلوث المياه الجوفية، غير خطرة
`
