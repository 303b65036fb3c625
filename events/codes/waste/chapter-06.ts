/** Chapter 06 of the List of Waste: inorganic chemical processes. Columns: code | entry | English | French | Arabic. */
export const chapter06 = `
060101 | AH | Waste sulphuric and sulphurous acids | Déchets d’acides sulfurique et sulfureux | نفايات حمض الكبريتيك وحمض الكبريتوز
060102 | AH | Waste hydrochloric acid | Déchets d’acide chlorhydrique | نفايات حمض كلور الماء (الهيدروكلوريك)
060103 | AH | Waste hydrofluoric acid | Déchets d’acide fluorhydrique | نفايات حمض فلور الماء (الهيدروفلوريك)
060104 | AH | Waste phosphoric and phosphorous acids | Déchets d’acides phosphorique et phosphoreux | نفايات حمض الفوسفوريك وحمض الفوسفوروز
060105 | AH | Waste nitric and nitrous acids | Déchets d’acides nitrique et nitreux | نفايات حمض النتريك وحمض النتروز
060106 | AH | Other waste acids | Autres acides usés | أحماض مستعملة أخرى
060199 | ANH | Other wastes from acid manufacture and use | Autres déchets de fabrication et d’emploi d’acides | نفايات أخرى من صنع الأحماض واستعمالها
060201 | AH | Waste slaked lime | Déchets d’hydroxyde de calcium | نفايات هيدروكسيد الكالسيوم
060203 | AH | Waste ammonia solution | Déchets d’hydroxyde d’ammonium | نفايات هيدروكسيد الأمونيوم
060204 | AH | Waste caustic soda and potash | Déchets de soude et de potasse caustiques | نفايات الصودا والبوتاس الكاويين
060205 | AH | Other waste bases | Autres bases usées | قواعد مستعملة أخرى
060299 | ANH | Other wastes from base manufacture and use | Autres déchets de fabrication et d’emploi de bases | نفايات أخرى من صنع القواعد واستعمالها
060311 | MH | Cyanide salts and solutions, hazardous | Sels et solutions cyanurés, dangereux | أملاح ومحاليل سيانيدية، خطرة
060313 | MH | Heavy metal salts and solutions, hazardous | Sels et solutions de métaux lourds, dangereux | أملاح ومحاليل محتوية على معادن ثقيلة، خطرة
060314 | MNH | Solid salts and salt solutions, non-hazardous | Sels solides et solutions salines, non dangereux | أملاح صلبة ومحاليل ملحية، غير خطرة
060315 | MH | Metal oxides with heavy metals, hazardous | Oxydes métalliques avec métaux lourds, dangereux | أكاسيد معدنية محتوية على معادن ثقيلة، خطرة
060316 | MNH | Metal oxides, non-hazardous | Oxydes métalliques, non dangereux | أكاسيد معدنية، غير خطرة
060399 | ANH | Other wastes from salts and metal oxides | Autres déchets des sels et oxydes métalliques | نفايات أخرى من الأملاح والأكاسيد المعدنية
060403 | MH | Arsenic wastes, hazardous | Déchets arséniés, dangereux | نفايات محتوية على الزرنيخ، خطرة
060404 | MH | Mercury wastes, hazardous | Déchets mercuriels, dangereux | نفايات محتوية على الزئبق، خطرة
060405 | MH | Other heavy metal wastes, hazardous | Déchets d’autres métaux lourds, dangereux | نفايات معادن ثقيلة أخرى، خطرة
060499 | MNH | Other metal-containing wastes | Autres déchets contenant des métaux | نفايات أخرى محتوية على معادن
060502 | MH | Inorganic chemistry effluent sludges, hazardous | Boues de traitement d’effluents de chimie minérale, dangereuses | أوحال معالجة المصبات السائلة للكيمياء غير العضوية، خطرة
060503 | MNH | Inorganic chemistry effluent sludges, non-hazardous | Boues de traitement d’effluents de chimie minérale, non dangereuses | أوحال معالجة المصبات السائلة للكيمياء غير العضوية، غير خطرة
060602 | MH | Sulphide wastes, hazardous | Déchets sulfurés, dangereux | نفايات محتوية على كبريتيدات، خطرة
060603 | MNH | Sulphide wastes, non-hazardous | Déchets sulfurés, non dangereux | نفايات محتوية على كبريتيدات، غير خطرة
060699 | ANH | Other wastes from sulphur chemistry | Autres déchets de la chimie du soufre | نفايات أخرى من كيمياء الكبريت
060701 | MH | Asbestos wastes from electrolysis, hazardous | Déchets amiantés d’électrolyse, dangereux | نفايات أميانت من التحليل الكهربائي، خطرة
060702 | AH | Activated carbon from chlorine making | Charbon actif de production du chlore | فحم منشط من إنتاج الكلور
060703 | MH | Mercury-bearing barium sulphate sludges, hazardous | Boues de sulfate de baryum mercurielles, dangereuses | أوحال كبريتات الباريوم الزئبقية، خطرة
060704 | AH | Acids and solutions from halogen processes | Acides et solutions des procédés aux halogènes | أحماض ومحاليل من عمليات الهالوجينات
060799 | MNH | Other wastes from halogen chemistry | Autres déchets de la chimie des halogènes | نفايات أخرى من كيمياء الهالوجينات
060802 | MH | Chlorosilane wastes, hazardous | Déchets de chlorosilanes, dangereux | نفايات الكلوروسيلان، خطرة
060899 | MNH | Other wastes from silicon chemistry | Autres déchets de la chimie du silicium | نفايات أخرى من كيمياء السيليسيوم
060902 | ANH | Phosphorus slag | Scories de phosphore | خبث الفوسفور
060903 | MH | Calcium reaction wastes of phosphorus chemistry, hazardous | Déchets de réaction calciques, chimie du phosphore, dangereux | نفايات تفاعل كلسية من كيمياء الفوسفور، خطرة
060904 | MNH | Calcium reaction wastes of phosphorus chemistry, non-hazardous | Déchets de réaction calciques, chimie du phosphore, non dangereux | نفايات تفاعل كلسية من كيمياء الفوسفور، غير خطرة
060999 | ANH | Other wastes from phosphorus chemistry | Autres déchets de la chimie du phosphore | نفايات أخرى من كيمياء الفوسفور
061002 | MH | Nitrogen chemistry and fertiliser wastes, hazardous | Déchets de chimie de l’azote et d’engrais, dangereux | نفايات كيمياء الآزوت والأسمدة، خطرة
061099 | MNH | Other wastes from nitrogen chemistry and fertilisers | Autres déchets de la chimie de l’azote et des engrais | نفايات أخرى من كيمياء الآزوت وصناعة الأسمدة
061101 | ANH | Calcium reaction wastes from titanium dioxide | Déchets de réaction calciques, dioxyde de titane | نفايات تفاعل كلسية من إنتاج ثاني أكسيد التيتانيوم
061199 | ANH | Other wastes from inorganic pigments and opacifiers | Autres déchets de pigments minéraux et opacifiants | نفايات أخرى من الأخضبة غير العضوية ومواد التعتيم
061301 | AH | Inorganic pesticides, wood preservatives and biocides | Pesticides, produits de préservation du bois et biocides, inorganiques | مبيدات ومواد لحفظ الخشب ومبيدات حيوية، غير عضوية
061302 | AH | Other spent activated carbon | Autre charbon actif usé | فحم منشط مستنفد آخر
061303 | ANH | Carbon black waste | Déchets de noir de carbone | نفايات أسود الكربون
061304 | AH | Asbestos processing wastes | Déchets de transformation de l’amiante | نفايات تحويل الأميانت
061305 | AH | Soot waste | Déchets de suies | نفايات السناج
061399 | ANH | Other wastes from inorganic chemistry | Autres déchets de la chimie minérale | نفايات أخرى من الكيمياء غير العضوية
`
