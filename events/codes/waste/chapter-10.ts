/** Chapter 10 of the List of Waste: thermal processes. Columns: code | entry | English | French | Arabic. */
export const chapter10 = `
100101 | ANH | Bottom ash, slag and boiler dust from power plants | Mâchefers, scories et cendres sous chaudière de centrales | رماد القاع وخبث وغبار مراجل محطات الطاقة
100102 | ANH | Fly ash from coal | Cendres volantes de charbon | رماد متطاير من الفحم
100103 | ANH | Fly ash from peat or untreated wood | Cendres volantes de tourbe ou de bois non traité | رماد متطاير من الخث أو الخشب غير المعالج
100104 | AH | Fly ash and boiler dust from oil firing | Cendres volantes et cendres sous chaudière au fioul | رماد متطاير وغبار مراجل زيت الوقود
100105 | ANH | Solid calcium wastes from flue-gas desulphurisation | Déchets calciques solides de désulfuration des fumées | نفايات كلسية صلبة من نزع الكبريت من غازات المداخن
100107 | ANH | Calcium sludges from flue-gas desulphurisation | Boues calciques de désulfuration des fumées | أوحال كلسية من نزع الكبريت من غازات المداخن
100109 | AH | Sulphuric acid from power plants | Acide sulfurique de centrales | حمض الكبريتيك من محطات الطاقة
100113 | AH | Fly ash from emulsified hydrocarbon fuel | Cendres volantes d’hydrocarbures émulsifiés | رماد متطاير من وقود المحروقات المستحلبة
100114 | MH | Co-incineration bottom ash, slag and boiler dust, hazardous | Mâchefers, scories et cendres sous chaudière, coïncinération, dangereux | رماد القاع وخبث وغبار مراجل الترميد المشترك، خطرة
100115 | MNH | Co-incineration bottom ash, slag and boiler dust, non-hazardous | Mâchefers, scories et cendres sous chaudière, coïncinération, non dangereux | رماد القاع وخبث وغبار مراجل الترميد المشترك، غير خطرة
100116 | MH | Fly ash from co-incineration, hazardous | Cendres volantes de coïncinération, dangereuses | رماد متطاير من الترميد المشترك، خطر
100117 | MNH | Fly ash from co-incineration, non-hazardous | Cendres volantes de coïncinération, non dangereuses | رماد متطاير من الترميد المشترك، غير خطر
100118 | MH | Power-plant gas-cleaning wastes, hazardous | Déchets d’épuration des gaz de centrales, dangereux | نفايات تنقية غازات محطات الطاقة، خطرة
100119 | MNH | Power-plant gas-cleaning wastes, non-hazardous | Déchets d’épuration des gaz de centrales, non dangereux | نفايات تنقية غازات محطات الطاقة، غير خطرة
100120 | MH | Power-plant effluent treatment sludges, hazardous | Boues de traitement des effluents de centrales, dangereuses | أوحال معالجة المصبات السائلة لمحطات الطاقة، خطرة
100121 | MNH | Power-plant effluent treatment sludges, non-hazardous | Boues de traitement des effluents de centrales, non dangereuses | أوحال معالجة المصبات السائلة لمحطات الطاقة، غير خطرة
100122 | MH | Aqueous boiler-cleaning sludges, hazardous | Boues aqueuses de nettoyage de chaudières, dangereuses | أوحال مائية من تنظيف المراجل، خطرة
100123 | MNH | Aqueous boiler-cleaning sludges, non-hazardous | Boues aqueuses de nettoyage de chaudières, non dangereuses | أوحال مائية من تنظيف المراجل، غير خطرة
100124 | ANH | Fluidised-bed sands | Sables de lits fluidisés | رمال الطبقات المميعة
100125 | ANH | Coal-plant fuel storage and preparation wastes | Déchets de stockage et préparation des combustibles, centrales à charbon | نفايات تخزين وتحضير وقود محطات الفحم
100126 | ANH | Power-plant cooling-water treatment wastes | Déchets de traitement d’eau de refroidissement de centrales | نفايات معالجة مياه تبريد محطات الطاقة
100199 | ANH | Other wastes from power and combustion plants | Autres déchets de centrales et installations de combustion | نفايات أخرى من محطات الطاقة ومنشآت الاحتراق
100201 | ANH | Slag-processing wastes from steelmaking | Déchets de traitement de laitiers sidérurgiques | نفايات معالجة خبث الحديد والصلب
100202 | ANH | Untreated iron and steel slag | Laitiers sidérurgiques non traités | خبث حديد وصلب غير معالج
100207 | MH | Solid gas-treatment wastes from steelmaking, hazardous | Déchets solides d’épuration des gaz, sidérurgie, dangereux | نفايات صلبة من معالجة غازات صناعة الحديد والصلب، خطرة
100208 | MNH | Solid gas-treatment wastes from steelmaking, non-hazardous | Déchets solides d’épuration des gaz, sidérurgie, non dangereux | نفايات صلبة من معالجة غازات صناعة الحديد والصلب، غير خطرة
100210 | ANH | Rolling-mill scale | Battitures (calamine) de laminoir | قشور درفلة الصلب
100211 | MH | Oily cooling-water wastes from steelmaking, hazardous | Déchets huileux d’eau de refroidissement, sidérurgie, dangereux | نفايات زيتية من مياه تبريد صناعة الحديد والصلب، خطرة
100212 | MNH | Cooling-water wastes from steelmaking, non-hazardous | Déchets d’eau de refroidissement, sidérurgie, non dangereux | نفايات معالجة مياه تبريد صناعة الحديد والصلب، غير خطرة
100213 | MH | Gas-treatment sludges and cakes, steelmaking, hazardous | Boues et gâteaux de filtration des gaz, sidérurgie, dangereux | أوحال وكعك ترشيح من معالجة غازات صناعة الحديد والصلب، خطرة
100214 | MNH | Gas-treatment sludges and cakes, steelmaking, non-hazardous | Boues et gâteaux de filtration des gaz, sidérurgie, non dangereux | أوحال وكعك ترشيح من معالجة غازات صناعة الحديد والصلب، غير خطرة
100215 | MNH | Other sludges and filter cakes, steelmaking, non-hazardous | Autres boues et gâteaux de filtration, sidérurgie, non dangereux | أوحال وكعك ترشيح أخرى من صناعة الحديد والصلب، غير خطرة
100299 | ANH | Other wastes from iron and steelmaking | Autres déchets de la sidérurgie | نفايات أخرى من صناعة الحديد والصلب
100302 | ANH | Aluminium smelter anode scrap | Débris d’anodes, métallurgie de l’aluminium | بقايا أنودات صهر الألمنيوم
100304 | AH | Primary aluminium slags | Scories d’aluminium de première fusion | خبث إنتاج الألمنيوم الأولي
100305 | ANH | Alumina waste | Déchets d’alumine | نفايات الألومينا
100308 | AH | Salt slags from secondary aluminium | Scories salées d’aluminium de seconde fusion | خبث ملحي من إنتاج الألمنيوم الثانوي
100309 | AH | Black drosses from secondary aluminium | Crasses noires d’aluminium de seconde fusion | خبث طاف أسود من إنتاج الألمنيوم الثانوي
100315 | MH | Flammable or gas-emitting aluminium skimmings, hazardous | Écumes d’aluminium inflammables ou dégageant des gaz inflammables, dangereuses | مكشوطات ألمنيوم قابلة للاشتعال أو مطلقة لغازات قابلة للاشتعال، خطرة
100316 | MNH | Aluminium skimmings, non-hazardous | Écumes d’aluminium, non dangereuses | مكشوطات ألمنيوم، غير خطرة
100317 | AH | Tarry wastes from aluminium anode making | Déchets goudronneux de fabrication d’anodes, aluminium | نفايات قطرانية من صنع أنودات صهر الألمنيوم
100318 | ANH | Tar-free carbon wastes from aluminium anode making | Déchets carbonés sans goudron, anodes pour aluminium | نفايات كربونية بلا قطران من صنع أنودات صهر الألمنيوم
100319 | MH | Flue-gas dust from aluminium, hazardous | Poussières de fumées, aluminium, dangereuses | غبار مداخن صهر الألمنيوم، خطر
100320 | MNH | Flue-gas dust from aluminium, non-hazardous | Poussières de fumées, aluminium, non dangereuses | غبار مداخن صهر الألمنيوم، غير خطر
100321 | MH | Other aluminium dust, ball-mill dust included, hazardous | Autres fines et poussières d’aluminium (broyeurs compris), dangereuses | جسيمات وغبار ألمنيوم أخرى، منها غبار المطاحن، خطرة
100322 | MNH | Other aluminium dust, ball-mill dust included, non-hazardous | Autres fines et poussières d’aluminium (broyeurs compris), non dangereuses | جسيمات وغبار ألمنيوم أخرى، منها غبار المطاحن، غير خطرة
100323 | MH | Solid gas-treatment wastes, aluminium, hazardous | Déchets solides d’épuration des gaz, aluminium, dangereux | نفايات صلبة من معالجة غازات صهر الألمنيوم، خطرة
100324 | MNH | Solid gas-treatment wastes, aluminium, non-hazardous | Déchets solides d’épuration des gaz, aluminium, non dangereux | نفايات صلبة من معالجة غازات صهر الألمنيوم، غير خطرة
100325 | MH | Gas-treatment sludges and cakes, aluminium, hazardous | Boues et gâteaux de filtration des gaz, aluminium, dangereux | أوحال وكعك ترشيح من معالجة غازات صهر الألمنيوم، خطرة
100326 | MNH | Gas-treatment sludges and cakes, aluminium, non-hazardous | Boues et gâteaux de filtration des gaz, aluminium, non dangereux | أوحال وكعك ترشيح من معالجة غازات صهر الألمنيوم، غير خطرة
100327 | MH | Oily cooling-water wastes, aluminium, hazardous | Déchets huileux d’eau de refroidissement, aluminium, dangereux | نفايات زيتية من مياه تبريد صهر الألمنيوم، خطرة
100328 | MNH | Cooling-water treatment wastes, aluminium, non-hazardous | Déchets d’eau de refroidissement, aluminium, non dangereux | نفايات معالجة مياه تبريد صهر الألمنيوم، غير خطرة
100329 | MH | Salt-slag and black-dross treatment wastes, hazardous | Déchets de traitement de scories salées et crasses noires, dangereux | نفايات معالجة الخبث الملحي والطافي الأسود، خطرة
100330 | MNH | Salt-slag and black-dross treatment wastes, non-hazardous | Déchets de traitement de scories salées et crasses noires, non dangereux | نفايات معالجة الخبث الملحي والطافي الأسود، غير خطرة
100399 | ANH | Other wastes from aluminium smelting | Autres déchets de la métallurgie de l’aluminium | نفايات أخرى من صهر الألمنيوم
100401 | AH | Lead smelting slags | Scories de la métallurgie du plomb | خبث صهر الرصاص
100402 | AH | Lead dross and skimmings | Crasses et écumes de plomb | خبث طاف ومكشوطات من الرصاص
100403 | AH | Calcium arsenate from lead smelting | Arséniate de calcium de la métallurgie du plomb | زرنيخات الكالسيوم من صهر الرصاص
100404 | AH | Flue-gas dust from lead smelting | Poussières de fumées, métallurgie du plomb | غبار مداخن صهر الرصاص
100405 | AH | Other lead particulates and dust | Autres fines et poussières de plomb | جسيمات وغبار رصاص أخرى
100406 | AH | Solid gas-treatment wastes, lead smelting | Déchets solides d’épuration des gaz, plomb | نفايات صلبة من معالجة غازات صهر الرصاص
100407 | AH | Gas-treatment sludges and cakes, lead smelting | Boues et gâteaux de filtration des gaz, plomb | أوحال وكعك ترشيح من معالجة غازات صهر الرصاص
100409 | MH | Oily cooling-water wastes, lead smelting, hazardous | Déchets huileux d’eau de refroidissement, plomb, dangereux | نفايات زيتية من مياه تبريد صهر الرصاص، خطرة
100410 | MNH | Cooling-water treatment wastes, lead smelting, non-hazardous | Déchets d’eau de refroidissement, plomb, non dangereux | نفايات معالجة مياه تبريد صهر الرصاص، غير خطرة
100499 | ANH | Other wastes from lead smelting | Autres déchets de la métallurgie du plomb | نفايات أخرى من صهر الرصاص
100501 | ANH | Zinc smelting slags | Scories de la métallurgie du zinc | خبث صهر الزنك
100503 | AH | Flue-gas dust from zinc smelting | Poussières de fumées, métallurgie du zinc | غبار مداخن صهر الزنك
100504 | ANH | Other zinc particulates and dust | Autres fines et poussières de zinc | جسيمات وغبار زنك أخرى
100505 | AH | Solid gas-treatment wastes, zinc smelting | Déchets solides d’épuration des gaz, zinc | نفايات صلبة من معالجة غازات صهر الزنك
100506 | AH | Gas-treatment sludges and cakes, zinc smelting | Boues et gâteaux de filtration des gaz, zinc | أوحال وكعك ترشيح من معالجة غازات صهر الزنك
100508 | MH | Oily cooling-water wastes, zinc smelting, hazardous | Déchets huileux d’eau de refroidissement, zinc, dangereux | نفايات زيتية من مياه تبريد صهر الزنك، خطرة
100509 | MNH | Cooling-water treatment wastes, zinc smelting, non-hazardous | Déchets d’eau de refroidissement, zinc, non dangereux | نفايات معالجة مياه تبريد صهر الزنك، غير خطرة
100510 | MH | Flammable or gas-emitting zinc dross and skimmings, hazardous | Crasses et écumes de zinc inflammables ou à gaz inflammables, dangereuses | خبث طاف ومكشوطات من الزنك قابلة للاشتعال أو مطلقة لغازات قابلة للاشتعال، خطرة
100511 | MNH | Zinc dross and skimmings, non-hazardous | Crasses et écumes de zinc, non dangereuses | خبث طاف ومكشوطات من الزنك، غير خطرة
100599 | ANH | Other wastes from zinc smelting | Autres déchets de la métallurgie du zinc | نفايات أخرى من صهر الزنك
100601 | ANH | Copper smelting slags | Scories de la métallurgie du cuivre | خبث صهر النحاس
100602 | ANH | Copper dross and skimmings | Crasses et écumes de cuivre | خبث طاف ومكشوطات من النحاس
100603 | AH | Flue-gas dust from copper smelting | Poussières de fumées, métallurgie du cuivre | غبار مداخن صهر النحاس
100604 | ANH | Other copper particulates and dust | Autres fines et poussières de cuivre | جسيمات وغبار نحاس أخرى
100606 | AH | Solid gas-treatment wastes, copper smelting | Déchets solides d’épuration des gaz, cuivre | نفايات صلبة من معالجة غازات صهر النحاس
100607 | AH | Gas-treatment sludges and cakes, copper smelting | Boues et gâteaux de filtration des gaz, cuivre | أوحال وكعك ترشيح من معالجة غازات صهر النحاس
100609 | MH | Oily cooling-water wastes, copper smelting, hazardous | Déchets huileux d’eau de refroidissement, cuivre, dangereux | نفايات زيتية من مياه تبريد صهر النحاس، خطرة
100610 | MNH | Cooling-water treatment wastes, copper smelting, non-hazardous | Déchets d’eau de refroidissement, cuivre, non dangereux | نفايات معالجة مياه تبريد صهر النحاس، غير خطرة
100699 | ANH | Other wastes from copper smelting | Autres déchets de la métallurgie du cuivre | نفايات أخرى من صهر النحاس
100701 | ANH | Silver, gold and platinum smelting slags | Scories de la métallurgie de l’argent, de l’or et du platine | خبث صهر الفضة والذهب والبلاتين
100702 | ANH | Silver, gold and platinum dross and skimmings | Crasses et écumes d’argent, d’or et de platine | خبث طاف ومكشوطات من الفضة والذهب والبلاتين
100703 | ANH | Solid gas-treatment wastes, silver, gold and platinum | Déchets solides d’épuration des gaz, argent, or et platine | نفايات صلبة من معالجة غازات صهر الفضة والذهب والبلاتين
100704 | ANH | Other silver, gold and platinum particulates and dust | Autres fines et poussières d’argent, d’or et de platine | جسيمات وغبار أخرى من صهر الفضة والذهب والبلاتين
100705 | ANH | Gas-treatment sludges and cakes, silver, gold and platinum | Boues et gâteaux de filtration des gaz, argent, or et platine | أوحال وكعك ترشيح من معالجة غازات صهر الفضة والذهب والبلاتين
100707 | MH | Oily cooling-water wastes, silver, gold, platinum, hazardous | Déchets huileux d’eau de refroidissement, métaux précieux, dangereux | نفايات زيتية من مياه تبريد صهر المعادن النفيسة، خطرة
100708 | MNH | Cooling-water wastes, silver, gold, platinum, non-hazardous | Déchets d’eau de refroidissement, métaux précieux, non dangereux | نفايات معالجة مياه تبريد صهر المعادن النفيسة، غير خطرة
100799 | ANH | Other wastes from silver, gold and platinum smelting | Autres déchets de la métallurgie de l’argent, de l’or et du platine | نفايات أخرى من صهر الفضة والذهب والبلاتين
100804 | ANH | Particulates and dust, other non-ferrous smelting | Fines et poussières, autres métaux non ferreux | جسيمات وغبار من صهر معادن غير حديدية أخرى
100808 | AH | Salt slag, other non-ferrous smelting | Scories salées, autres métaux non ferreux | خبث ملحي من صهر معادن غير حديدية أخرى
100809 | ANH | Other slags, other non-ferrous smelting | Autres scories, autres métaux non ferreux | خبث آخر من صهر معادن غير حديدية أخرى
100810 | MH | Flammable or gas-emitting dross, other non-ferrous, hazardous | Crasses et écumes inflammables ou à gaz inflammables, autres non ferreux, dangereuses | خبث طاف ومكشوطات قابلة للاشتعال أو تطلق غازات قابلة للاشتعال، معادن غير حديدية أخرى، خطرة
100811 | MNH | Dross and skimmings, other non-ferrous, non-hazardous | Crasses et écumes, autres non ferreux, non dangereuses | خبث طاف ومكشوطات، معادن غير حديدية أخرى، غير خطرة
100812 | AH | Tarry wastes from anode making, other non-ferrous | Déchets goudronneux d’anodes, autres métaux non ferreux | نفايات قطرانية من صنع أنودات لمعادن غير حديدية أخرى
100813 | ANH | Tar-free carbon wastes from anodes, other non-ferrous | Déchets carbonés d’anodes sans goudron, autres non ferreux | نفايات كربونية بلا قطران من صنع أنودات لمعادن غير حديدية أخرى
100814 | ANH | Anode remnants, other non-ferrous smelting | Débris d’anodes, autres métaux non ferreux | بقايا أنودات صهر معادن غير حديدية أخرى
100815 | MH | Flue-gas dust, other non-ferrous smelting, hazardous | Poussières de fumées, autres non ferreux, dangereuses | غبار مداخن صهر معادن غير حديدية أخرى، خطر
100816 | MNH | Flue-gas dust, other non-ferrous smelting, non-hazardous | Poussières de fumées, autres non ferreux, non dangereuses | غبار مداخن صهر معادن غير حديدية أخرى، غير خطر
100817 | MH | Flue-gas sludges and cakes, other non-ferrous, hazardous | Boues et gâteaux de filtration des fumées, autres non ferreux, dangereux | أوحال وكعك ترشيح من معالجة غازات صهر معادن غير حديدية أخرى، خطرة
100818 | MNH | Flue-gas sludges and cakes, other non-ferrous, non-hazardous | Boues et gâteaux de filtration des fumées, autres non ferreux, non dangereux | أوحال وكعك ترشيح من معالجة غازات صهر معادن غير حديدية أخرى، غير خطرة
100819 | MH | Oily cooling-water wastes, other non-ferrous, hazardous | Déchets huileux de refroidissement, autres non ferreux, dangereux | نفايات زيتية من مياه تبريد صهر معادن غير حديدية أخرى، خطرة
100820 | MNH | Cooling-water treatment wastes, other non-ferrous, non-hazardous | Déchets d’eau de refroidissement, autres non ferreux, non dangereux | نفايات معالجة مياه تبريد صهر معادن غير حديدية أخرى، غير خطرة
100899 | ANH | Other wastes from other non-ferrous smelting | Autres déchets de la métallurgie d’autres métaux non ferreux | نفايات أخرى من صهر معادن غير حديدية أخرى
100903 | ANH | Furnace slag, ferrous foundry | Laitiers de four, fonderie de métaux ferreux | خبث أفران مسابك المعادن الحديدية
100905 | MH | Unpoured cores and moulds, ferrous foundry, hazardous | Noyaux et moules non coulés, fonderie de métaux ferreux, dangereux | نوى وقوالب لم يصب فيها، مسابك المعادن الحديدية، خطرة
100906 | MNH | Unpoured cores and moulds, ferrous foundry, non-hazardous | Noyaux et moules non coulés, fonderie de métaux ferreux, non dangereux | نوى وقوالب لم يصب فيها، مسابك المعادن الحديدية، غير خطرة
100907 | MH | Poured cores and moulds, ferrous foundry, hazardous | Noyaux et moules après coulée, fonderie de métaux ferreux, dangereux | نوى وقوالب بعد الصب، مسابك المعادن الحديدية، خطرة
100908 | MNH | Poured cores and moulds, ferrous foundry, non-hazardous | Noyaux et moules après coulée, fonderie de métaux ferreux, non dangereux | نوى وقوالب بعد الصب، مسابك المعادن الحديدية، غير خطرة
100909 | MH | Flue-gas dust, ferrous foundry, hazardous | Poussières de fumées, fonderie de métaux ferreux, dangereuses | غبار مداخن مسابك المعادن الحديدية، خطر
100910 | MNH | Flue-gas dust, ferrous foundry, non-hazardous | Poussières de fumées, fonderie de métaux ferreux, non dangereuses | غبار مداخن مسابك المعادن الحديدية، غير خطر
100911 | MH | Other particulates, ferrous foundry, hazardous | Autres fines, fonderie de métaux ferreux, dangereuses | جسيمات أخرى من مسابك المعادن الحديدية، خطرة
100912 | MNH | Other particulates, ferrous foundry, non-hazardous | Autres fines, fonderie de métaux ferreux, non dangereuses | جسيمات أخرى من مسابك المعادن الحديدية، غير خطرة
100913 | MH | Binder wastes, ferrous foundry, hazardous | Déchets de liants, fonderie de métaux ferreux, dangereux | نفايات المواد الرابطة، مسابك المعادن الحديدية، خطرة
100914 | MNH | Binder wastes, ferrous foundry, non-hazardous | Déchets de liants, fonderie de métaux ferreux, non dangereux | نفايات المواد الرابطة، مسابك المعادن الحديدية، غير خطرة
100915 | MH | Crack-detection agents, ferrous foundry, hazardous | Révélateurs de criques, fonderie de métaux ferreux, dangereux | مواد كشف التشققات، مسابك المعادن الحديدية، خطرة
100916 | MNH | Crack-detection agents, ferrous foundry, non-hazardous | Révélateurs de criques, fonderie de métaux ferreux, non dangereux | مواد كشف التشققات، مسابك المعادن الحديدية، غير خطرة
100999 | ANH | Other wastes from ferrous foundries | Autres déchets de fonderie de métaux ferreux | نفايات أخرى من مسابك المعادن الحديدية
101003 | ANH | Furnace slag, non-ferrous foundry | Laitiers de four, fonderie de métaux non ferreux | خبث أفران مسابك المعادن غير الحديدية
101005 | MH | Unpoured cores and moulds, non-ferrous foundry, hazardous | Noyaux et moules non coulés, fonderie de métaux non ferreux, dangereux | نوى وقوالب لم يصب فيها، مسابك المعادن غير الحديدية، خطرة
101006 | MNH | Unpoured cores and moulds, non-ferrous foundry, non-hazardous | Noyaux et moules non coulés, fonderie de métaux non ferreux, non dangereux | نوى وقوالب لم يصب فيها، مسابك المعادن غير الحديدية، غير خطرة
101007 | MH | Poured cores and moulds, non-ferrous foundry, hazardous | Noyaux et moules après coulée, fonderie de métaux non ferreux, dangereux | نوى وقوالب بعد الصب، مسابك المعادن غير الحديدية، خطرة
101008 | MNH | Poured cores and moulds, non-ferrous foundry, non-hazardous | Noyaux et moules après coulée, fonderie de métaux non ferreux, non dangereux | نوى وقوالب بعد الصب، مسابك المعادن غير الحديدية، غير خطرة
101009 | MH | Flue-gas dust, non-ferrous foundry, hazardous | Poussières de fumées, fonderie de métaux non ferreux, dangereuses | غبار مداخن مسابك المعادن غير الحديدية، خطر
101010 | MNH | Flue-gas dust, non-ferrous foundry, non-hazardous | Poussières de fumées, fonderie de métaux non ferreux, non dangereuses | غبار مداخن مسابك المعادن غير الحديدية، غير خطر
101011 | MH | Other particulates, non-ferrous foundry, hazardous | Autres fines, fonderie de métaux non ferreux, dangereuses | جسيمات أخرى من مسابك المعادن غير الحديدية، خطرة
101012 | MNH | Other particulates, non-ferrous foundry, non-hazardous | Autres fines, fonderie de métaux non ferreux, non dangereuses | جسيمات أخرى من مسابك المعادن غير الحديدية، غير خطرة
101013 | MH | Binder wastes, non-ferrous foundry, hazardous | Déchets de liants, fonderie de métaux non ferreux, dangereux | نفايات المواد الرابطة، مسابك المعادن غير الحديدية، خطرة
101014 | MNH | Binder wastes, non-ferrous foundry, non-hazardous | Déchets de liants, fonderie de métaux non ferreux, non dangereux | نفايات المواد الرابطة، مسابك المعادن غير الحديدية، غير خطرة
101015 | MH | Crack-detection agents, non-ferrous foundry, hazardous | Révélateurs de criques, fonderie de métaux non ferreux, dangereux | مواد كشف التشققات، مسابك المعادن غير الحديدية، خطرة
101016 | MNH | Crack-detection agents, non-ferrous foundry, non-hazardous | Révélateurs de criques, fonderie de métaux non ferreux, non dangereux | مواد كشف التشققات، مسابك المعادن غير الحديدية، غير خطرة
101099 | ANH | Other wastes from non-ferrous foundries | Autres déchets de fonderie de métaux non ferreux | نفايات أخرى من مسابك المعادن غير الحديدية
101103 | ANH | Glass-fibre wastes | Déchets de fibres de verre | نفايات الألياف الزجاجية
101105 | ANH | Particulates and dust from glassmaking | Fines et poussières de verrerie | جسيمات وغبار صناعة الزجاج
101109 | MH | Glass batch waste before melting, hazardous | Déchets de mélange verrier avant fusion, dangereux | نفايات خلطة الزجاج قبل الصهر، خطرة
101110 | MNH | Glass batch waste before melting, non-hazardous | Déchets de mélange verrier avant fusion, non dangereux | نفايات خلطة الزجاج قبل الصهر، غير خطرة
101111 | MH | Fine glass and glass powder with heavy metals, hazardous | Fines et poudre de verre contenant des métaux lourds, dangereuses | حبيبات ومسحوق زجاج محتوية على معادن ثقيلة، خطرة
101112 | MNH | Waste glass from glassmaking, non-hazardous | Déchets de verre de verrerie, non dangereux | نفايات زجاج من صناعة الزجاج، غير خطرة
101113 | MH | Glass grinding and polishing sludge, hazardous | Boues de meulage et polissage du verre, dangereuses | أوحال تجليخ وصقل الزجاج، خطرة
101114 | MNH | Glass grinding and polishing sludge, non-hazardous | Boues de meulage et polissage du verre, non dangereuses | أوحال تجليخ وصقل الزجاج، غير خطرة
101115 | MH | Solid flue-gas treatment wastes, glassmaking, hazardous | Déchets solides d’épuration des fumées, verrerie, dangereux | نفايات صلبة من معالجة غازات صناعة الزجاج، خطرة
101116 | MNH | Solid flue-gas treatment wastes, glassmaking, non-hazardous | Déchets solides d’épuration des fumées, verrerie, non dangereux | نفايات صلبة من معالجة غازات صناعة الزجاج، غير خطرة
101117 | MH | Flue-gas sludges and cakes, glassmaking, hazardous | Boues et gâteaux de filtration des fumées, verrerie, dangereux | أوحال وكعك ترشيح من معالجة غازات صناعة الزجاج، خطرة
101118 | MNH | Flue-gas sludges and cakes, glassmaking, non-hazardous | Boues et gâteaux de filtration des fumées, verrerie, non dangereux | أوحال وكعك ترشيح من معالجة غازات صناعة الزجاج، غير خطرة
101119 | MH | Solid effluent-treatment wastes, glassmaking, hazardous | Déchets solides de traitement d’effluents, verrerie, dangereux | نفايات صلبة من معالجة المصبات السائلة لصناعة الزجاج، خطرة
101120 | MNH | Solid effluent-treatment wastes, glassmaking, non-hazardous | Déchets solides de traitement d’effluents, verrerie, non dangereux | نفايات صلبة من معالجة المصبات السائلة لصناعة الزجاج، غير خطرة
101199 | ANH | Other wastes from glassmaking | Autres déchets de verrerie | نفايات أخرى من صناعة الزجاج
101201 | ANH | Ceramic raw-mix waste before firing | Déchets de pâte céramique avant cuisson | نفايات خلطة الخزف قبل الحرق
101203 | ANH | Particulates and dust from ceramics and bricks | Fines et poussières de céramique et briqueterie | جسيمات وغبار صناعة الخزف والآجر
101205 | ANH | Gas-treatment sludges and cakes, ceramics | Boues et gâteaux de filtration des gaz, céramique | أوحال وكعك ترشيح من معالجة غازات صناعة الخزف
101206 | ANH | Discarded ceramic moulds | Moules déclassés, céramique | قوالب مستبعدة من صناعة الخزف
101208 | ANH | Fired ceramic, brick, tile and building-product rejects | Rebuts cuits de céramique, briques, tuiles et produits de construction | مرفوضات بعد الحرق من الخزف والآجر والقرميد ومواد البناء
101209 | MH | Solid gas-treatment wastes, ceramics, hazardous | Déchets solides d’épuration des gaz, céramique, dangereux | نفايات صلبة من معالجة غازات صناعة الخزف، خطرة
101210 | MNH | Solid gas-treatment wastes, ceramics, non-hazardous | Déchets solides d’épuration des gaz, céramique, non dangereux | نفايات صلبة من معالجة غازات صناعة الخزف، غير خطرة
101211 | MH | Ceramic glazing wastes with heavy metals, hazardous | Déchets d’émaillage céramique contenant des métaux lourds, dangereux | نفايات الطلاء الزجاجي للخزف محتوية على معادن ثقيلة، خطرة
101212 | MNH | Ceramic glazing wastes, non-hazardous | Déchets d’émaillage céramique, non dangereux | نفايات الطلاء الزجاجي للخزف، غير خطرة
101213 | ANH | Effluent treatment sludge, ceramics | Boues de traitement d’effluents, céramique | أوحال معالجة المصبات السائلة لصناعة الخزف
101299 | ANH | Other wastes from ceramics, bricks and tiles | Autres déchets de céramique, briqueterie et tuilerie | نفايات أخرى من صناعة الخزف والآجر والقرميد
101301 | ANH | Cement, lime and plaster raw mix before firing | Déchets de cru avant cuisson, ciment, chaux et plâtre | نفايات خلطة الإسمنت والجير والجبس قبل الحرق
101304 | ANH | Lime burning and slaking wastes | Déchets de calcination et d’extinction de la chaux | نفايات تكليس الجير وإطفائه
101306 | MNH | Cement, lime and plaster dust, non-hazardous | Fines et poussières de ciment, chaux et plâtre, non dangereuses | جسيمات وغبار الإسمنت والجير والجبس، غير خطرة
101307 | ANH | Gas-treatment sludges and cakes, cement and lime | Boues et gâteaux de filtration des gaz, ciment et chaux | أوحال وكعك ترشيح من معالجة غازات صناعة الإسمنت والجير
101309 | MH | Asbestos-cement wastes with asbestos, hazardous | Déchets de fabrication d’amiante-ciment contenant de l’amiante, dangereux | نفايات صنع الإسمنت الأميانتي محتوية على الأميانت، خطرة
101310 | MNH | Asbestos-cement making wastes, non-hazardous | Déchets de fabrication d’amiante-ciment, non dangereux | نفايات صنع الإسمنت الأميانتي، غير خطرة
101311 | MNH | Cement composite wastes, non-hazardous | Déchets de composites à base de ciment, non dangereux | نفايات مواد مركبة أساسها الإسمنت، غير خطرة
101312 | MH | Solid gas-treatment wastes, cement and lime, hazardous | Déchets solides d’épuration des gaz, ciment et chaux, dangereux | نفايات صلبة من معالجة غازات الإسمنت والجير، خطرة
101313 | MNH | Solid gas-treatment wastes, cement and lime, non-hazardous | Déchets solides d’épuration des gaz, ciment et chaux, non dangereux | نفايات صلبة من معالجة غازات الإسمنت والجير، غير خطرة
101314 | ANH | Concrete waste and concrete sludge | Déchets et boues de béton | نفايات الخرسانة وأوحالها
101399 | ANH | Other wastes from cement, lime and plaster making | Autres déchets de fabrication de ciment, chaux et plâtre | نفايات أخرى من صناعة الإسمنت والجير والجبس
101401 | MH | Crematorium gas-cleaning wastes with mercury, hazardous | Déchets mercuriels d’épuration des gaz de crématoires, dangereux | نفايات تنقية غازات محارق الجثث محتوية على الزئبق، خطرة
`
