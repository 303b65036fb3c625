/** Chapter 16 of the List of Waste: wastes not listed elsewhere (vehicles, equipment, batteries, catalysts). Columns: code | entry | English | French | Arabic. */
export const chapter16 = `
160103 | ANH | Scrap tyres | Pneus hors d’usage | إطارات مطاطية خارج الاستعمال
160104 | AH | Scrap vehicles, not depolluted | Véhicules hors d’usage, non dépollués | مركبات خارج الاستعمال، غير منزوعة الملوثات
160106 | ANH | Scrap vehicles, depolluted | Véhicules hors d’usage, dépollués | مركبات خارج الاستعمال، منزوعة الملوثات
160107 | AH | Vehicle oil filters | Filtres à huile de véhicules | مرشحات زيت المركبات
160108 | MH | Vehicle parts with mercury, hazardous | Pièces de véhicules au mercure, dangereuses | قطع مركبات تحتوي على الزئبق، خطرة
160109 | MH | Vehicle parts with PCB, hazardous | Pièces de véhicules aux PCB, dangereuses | قطع مركبات تحتوي على PCB، خطرة
160110 | AH | Explosive vehicle parts, such as airbags | Pièces explosives de véhicules, dont airbags | قطع مركبات قابلة للانفجار، كالوسائد الهوائية
160111 | MH | Asbestos brake pads, hazardous | Plaquettes de frein à l’amiante, dangereuses | وسادات مكابح بالأميانت، خطرة
160112 | MNH | Asbestos-free brake pads, non-hazardous | Plaquettes de frein sans amiante, non dangereuses | وسادات مكابح دون أميانت، غير خطرة
160113 | AH | Used brake fluid | Liquide de frein usagé | سائل مكابح مستعمل
160114 | MH | Antifreeze, hazardous | Antigel, dangereux | سائل مضاد للتجمد، خطر
160115 | MNH | Antifreeze, non-hazardous | Antigel, non dangereux | سائل مضاد للتجمد، غير خطر
160116 | ANH | Liquefied gas tanks from vehicles | Réservoirs à gaz liquéfié de véhicules | خزانات الغاز المميع للمركبات
160117 | ANH | Ferrous metal from vehicles | Métaux ferreux de véhicules | معادن حديدية من المركبات
160118 | ANH | Non-ferrous metal from vehicles | Métaux non ferreux de véhicules | معادن غير حديدية من المركبات
160119 | ANH | Plastic from vehicles | Plastiques de véhicules | بلاستيك من المركبات
160120 | ANH | Glass from vehicles | Verre de véhicules | زجاج من المركبات
160121 | AH | Other hazardous vehicle parts | Autres pièces dangereuses de véhicules | قطع مركبات أخرى، خطرة
160122 | MNH | Other vehicle parts, non-hazardous | Autres pièces de véhicules, non dangereuses | قطع مركبات أخرى، غير خطرة
160199 | ANH | Other wastes from vehicles and their maintenance | Autres déchets de véhicules et de leur entretien | نفايات أخرى من المركبات وصيانتها
160209 | AH | PCB transformers and capacitors | Transformateurs et condensateurs aux PCB | محولات ومكثفات تحتوي على PCB
160210 | AH | Other equipment with or soiled by PCB | Autres équipements contenant des PCB ou souillés par eux | تجهيزات أخرى تحتوي على PCB أو ملوثة به
160211 | AH | Equipment with CFC, HCFC or HFC | Équipements contenant des CFC, HCFC ou HFC | تجهيزات تحتوي على CFC أو HCFC أو HFC
160212 | AH | Equipment with free asbestos | Équipements contenant de l’amiante libre | تجهيزات تحتوي على الأميانت الحر
160213 | AH | Other electrical and electronic equipment, hazardous | Autres équipements électriques et électroniques, dangereux | تجهيزات كهربائية وإلكترونية أخرى، خطرة
160214 | ANH | Other electrical and electronic equipment, non-hazardous | Autres équipements électriques et électroniques, non dangereux | تجهيزات كهربائية وإلكترونية أخرى، غير خطرة
160215 | AH | Parts removed from electrical equipment, hazardous | Composants retirés d’équipements électriques, dangereux | مكونات منزوعة من تجهيزات كهربائية، خطرة
160216 | ANH | Parts removed from electrical equipment, non-hazardous | Composants retirés d’équipements électriques, non dangereux | مكونات منزوعة من تجهيزات كهربائية، غير خطرة
160303 | MH | Off-spec or unused inorganic products, hazardous | Produits inorganiques déclassés ou inutilisés, dangereux | منتجات غير عضوية غير مطابقة أو غير مستعملة، خطرة
160304 | MNH | Off-spec or unused inorganic products, non-hazardous | Produits inorganiques déclassés ou inutilisés, non dangereux | منتجات غير عضوية غير مطابقة أو غير مستعملة، غير خطرة
160305 | MH | Off-spec or unused organic products, hazardous | Produits organiques déclassés ou inutilisés, dangereux | منتجات عضوية غير مطابقة أو غير مستعملة، خطرة
160306 | MNH | Off-spec or unused organic products, non-hazardous | Produits organiques déclassés ou inutilisés, non dangereux | منتجات عضوية غير مطابقة أو غير مستعملة، غير خطرة
160307 | AH | Elemental mercury | Mercure métallique | زئبق معدني
160401 | AH | Discarded ammunition | Munitions mises au rebut | نفايات الذخائر
160402 | AH | Discarded fireworks | Feux d’artifice mis au rebut | نفايات الألعاب النارية
160403 | AH | Other discarded explosives | Autres explosifs mis au rebut | نفايات المتفجرات الأخرى
160504 | MH | Pressurised gases including halons, hazardous | Gaz en récipients sous pression, dont halons, dangereux | غازات في أوعية تحت الضغط، منها الهالونات، خطرة
160505 | MNH | Pressurised gases, non-hazardous | Gaz en récipients sous pression, non dangereux | غازات في أوعية تحت الضغط، غير خطرة
160506 | MH | Laboratory chemicals and their mixtures, hazardous | Produits chimiques de laboratoire et mélanges, dangereux | مواد كيميائية مخبرية وخلائطها، خطرة
160507 | MH | Inorganic chemicals discarded, hazardous | Produits chimiques inorganiques au rebut, dangereux | مواد كيميائية غير عضوية مستبعدة، خطرة
160508 | MH | Organic chemicals discarded, hazardous | Produits chimiques organiques au rebut, dangereux | مواد كيميائية عضوية مستبعدة، خطرة
160509 | MNH | Chemicals discarded, non-hazardous | Produits chimiques au rebut, non dangereux | مواد كيميائية مستبعدة، غير خطرة
160601 | AH | Lead-acid batteries | Accumulateurs au plomb | بطاريات الرصاص
160602 | AH | Nickel-cadmium batteries | Accumulateurs au nickel-cadmium | بطاريات النيكل والكادميوم
160603 | AH | Mercury batteries | Piles au mercure | بطاريات تحتوي على الزئبق
160604 | ANH | Alkaline batteries, mercury-free | Piles alcalines sans mercure | بطاريات قلوية خالية من الزئبق
160605 | ANH | Other batteries and accumulators, non-hazardous | Autres piles et accumulateurs, non dangereux | بطاريات ومدخرات أخرى، غير خطرة
160606 | AH | Battery electrolyte collected separately | Électrolyte de piles et accumulateurs, collecté à part | محلول كهرلي للبطاريات، مجموع على حدة
160708 | MH | Oily wastes from tank and barrel cleaning, hazardous | Déchets huileux de nettoyage de cuves et fûts, dangereux | نفايات زيتية من تنظيف الصهاريج والبراميل، خطرة
160709 | MH | Other wastes from tank and barrel cleaning, hazardous | Autres déchets de nettoyage de cuves et fûts, dangereux | نفايات أخرى من تنظيف الصهاريج والبراميل، خطرة
160799 | MNH | Other wastes from tank and barrel cleaning, non-hazardous | Autres déchets de nettoyage de cuves et fûts, non dangereux | نفايات أخرى من تنظيف الصهاريج والبراميل، غير خطرة
160801 | MNH | Spent precious-metal or rhenium catalysts, non-hazardous | Catalyseurs usés, métaux précieux ou rhénium, non dangereux | محفزات مستنفدة محتوية على معادن نفيسة أو رينيوم، غير خطرة
160802 | MH | Spent transition-metal catalysts, hazardous | Catalyseurs usés aux métaux de transition, dangereux | محفزات مستنفدة محتوية على معادن انتقالية، خطرة
160803 | MNH | Spent transition-metal catalysts, non-hazardous | Catalyseurs usés aux métaux de transition, non dangereux | محفزات مستنفدة محتوية على معادن انتقالية، غير خطرة
160804 | MNH | Spent fluid cracking catalysts, non-hazardous | Catalyseurs usés de craquage catalytique en lit fluide, non dangereux | محفزات مستنفدة من التكسير التحفيزي في طبقة مميعة، غير خطرة
160805 | MH | Spent phosphoric acid catalysts, hazardous | Catalyseurs usés à l’acide phosphorique, dangereux | محفزات مستنفدة محتوية على حمض الفوسفوريك، خطرة
160806 | AH | Spent liquid catalysts | Catalyseurs liquides usés | محفزات سائلة مستنفدة
160807 | MH | Spent contaminated catalysts, hazardous | Catalyseurs usés contaminés, dangereux | محفزات مستنفدة ملوثة، خطرة
160901 | AH | Permanganates | Permanganates | برمنغنات
160902 | AH | Chromates and dichromates | Chromates et dichromates | كرومات وثنائي الكرومات
160903 | AH | Peroxides | Peroxydes | بيروكسيدات
160904 | AH | Other oxidising substances | Autres substances oxydantes | مواد مؤكسدة أخرى
161001 | MH | Aqueous liquids for off-site treatment, hazardous | Déchets liquides aqueux à traiter hors site, dangereux | نفايات سائلة مائية تعالج خارج الموقع، خطرة
161002 | MNH | Aqueous liquids for off-site treatment, non-hazardous | Déchets liquides aqueux à traiter hors site, non dangereux | نفايات سائلة مائية تعالج خارج الموقع، غير خطرة
161003 | MH | Aqueous concentrates for off-site treatment, hazardous | Concentrés aqueux à traiter hors site, dangereux | مركزات مائية تعالج خارج الموقع، خطرة
161004 | MNH | Aqueous concentrates for off-site treatment, non-hazardous | Concentrés aqueux à traiter hors site, non dangereux | مركزات مائية تعالج خارج الموقع، غير خطرة
161101 | MH | Carbon linings and refractories, metallurgy, hazardous | Revêtements de fours et réfractaires carbonés, métallurgie, dangereux | بطانات أفران وحراريات كربونية من صناعة المعادن، خطرة
161102 | MNH | Carbon linings and refractories, metallurgy, non-hazardous | Revêtements de fours et réfractaires carbonés, métallurgie, non dangereux | بطانات أفران وحراريات كربونية من صناعة المعادن، غير خطرة
161103 | MH | Other linings and refractories, metallurgy, hazardous | Autres revêtements de fours et réfractaires, métallurgie, dangereux | بطانات أفران وحراريات أخرى من صناعة المعادن، خطرة
161104 | MNH | Other linings and refractories, metallurgy, non-hazardous | Autres revêtements de fours et réfractaires, métallurgie, non dangereux | بطانات أفران وحراريات أخرى من صناعة المعادن، غير خطرة
161105 | MH | Linings and refractories, non-metallurgical, hazardous | Revêtements de fours et réfractaires hors métallurgie, dangereux | بطانات أفران وحراريات من خارج صناعة المعادن، خطرة
161106 | MNH | Linings and refractories, non-metallurgical, non-hazardous | Revêtements de fours et réfractaires hors métallurgie, non dangereux | بطانات أفران وحراريات من خارج صناعة المعادن، غير خطرة
`
