/** Chapter 08 of the List of Waste: paints, varnishes, coatings, adhesives and inks. Columns: code | entry | English | French | Arabic. */
export const chapter08 = `
080111 | MH | Paint and varnish, hazardous | Peintures et vernis, dangereux | نفايات الدهان والورنيش، خطرة
080112 | MNH | Paint and varnish, non-hazardous | Peintures et vernis, non dangereux | نفايات الدهان والورنيش، غير خطرة
080113 | MH | Paint or varnish sludges, hazardous | Boues de peinture ou vernis, dangereuses | أوحال دهان أو ورنيش، خطرة
080114 | MNH | Paint or varnish sludges, non-hazardous | Boues de peinture ou vernis, non dangereuses | أوحال دهان أو ورنيش، غير خطرة
080115 | MH | Water-based paint or varnish sludges, hazardous | Boues aqueuses de peinture ou vernis, dangereuses | أوحال مائية من الدهان أو الورنيش، خطرة
080116 | MNH | Water-based paint or varnish sludges, non-hazardous | Boues aqueuses de peinture ou vernis, non dangereuses | أوحال مائية من الدهان أو الورنيش، غير خطرة
080117 | MH | Paint or varnish stripping wastes, hazardous | Déchets de décapage de peinture ou vernis, dangereux | نفايات كشط الدهان أو الورنيش، خطرة
080118 | MNH | Paint or varnish stripping wastes, non-hazardous | Déchets de décapage de peinture ou vernis, non dangereux | نفايات كشط الدهان أو الورنيش، غير خطرة
080119 | MH | Paint or varnish suspensions in water, hazardous | Suspensions aqueuses de peinture ou vernis, dangereuses | معلقات مائية من الدهان أو الورنيش، خطرة
080120 | MNH | Paint or varnish suspensions in water, non-hazardous | Suspensions aqueuses de peinture ou vernis, non dangereuses | معلقات مائية من الدهان أو الورنيش، غير خطرة
080121 | AH | Spent paint stripper | Décapants usés de peinture ou vernis | مزيل دهان أو ورنيش مستعمل
080199 | ANH | Other wastes from paint and varnish | Autres déchets de peinture et vernis | نفايات أخرى من الدهان والورنيش
080201 | ANH | Powder coating wastes | Déchets de poudres de revêtement | نفايات مساحيق الطلاء
080202 | ANH | Ceramic sludges in water | Boues aqueuses de matériaux céramiques | أوحال مائية من مواد خزفية
080203 | ANH | Ceramic suspensions in water | Suspensions aqueuses de matériaux céramiques | معلقات مائية من مواد خزفية
080299 | ANH | Other wastes from coatings and ceramics | Autres déchets de revêtements et céramiques | نفايات أخرى من الطلاءات والمواد الخزفية
080307 | ANH | Water-based ink sludges | Boues aqueuses d’encre | أوحال حبر مائية
080308 | ANH | Water-based ink liquids | Déchets liquides aqueux d’encre | نفايات حبر سائلة مائية
080312 | MH | Printing ink, hazardous | Encres d’imprimerie, dangereuses | حبر طباعة، خطر
080313 | MNH | Printing ink, non-hazardous | Encres d’imprimerie, non dangereuses | حبر طباعة، غير خطر
080314 | MH | Printing ink sludges, hazardous | Boues d’encre d’imprimerie, dangereuses | أوحال حبر الطباعة، خطرة
080315 | MNH | Printing ink sludges, non-hazardous | Boues d’encre d’imprimerie, non dangereuses | أوحال حبر الطباعة، غير خطرة
080316 | AH | Spent etching solutions | Solutions de morsure usées | محاليل حفر كيميائي مستعملة
080317 | MH | Printer toner, hazardous | Toner d’impression, dangereux | مسحوق حبر الطابعات (تونر)، خطر
080318 | MNH | Printer toner, non-hazardous | Toner d’impression, non dangereux | مسحوق حبر الطابعات (تونر)، غير خطر
080319 | AH | Dispersed oil from printing | Huiles dispersées d’imprimerie | زيوت مشتتة من الطباعة
080399 | ANH | Other wastes from printing inks | Autres déchets des encres d’imprimerie | نفايات أخرى من أحبار الطباعة
080409 | MH | Adhesives and sealants, hazardous | Colles et mastics, dangereux | لواصق ومانعات تسرب، خطرة
080410 | MNH | Adhesives and sealants, non-hazardous | Colles et mastics, non dangereux | لواصق ومانعات تسرب، غير خطرة
080411 | MH | Adhesive or sealant sludges, hazardous | Boues de colles ou mastics, dangereuses | أوحال لواصق أو مانعات تسرب، خطرة
080412 | MNH | Adhesive or sealant sludges, non-hazardous | Boues de colles ou mastics, non dangereuses | أوحال لواصق أو مانعات تسرب، غير خطرة
080413 | MH | Water-based adhesive or sealant sludges, hazardous | Boues aqueuses de colles ou mastics, dangereuses | أوحال مائية من لواصق أو مانعات تسرب، خطرة
080414 | MNH | Water-based adhesive or sealant sludges, non-hazardous | Boues aqueuses de colles ou mastics, non dangereuses | أوحال مائية من لواصق أو مانعات تسرب، غير خطرة
080415 | MH | Water-based adhesive or sealant liquids, hazardous | Liquides aqueux de colles ou mastics, dangereux | سوائل مائية من لواصق أو مانعات تسرب، خطرة
080416 | MNH | Water-based adhesive or sealant liquids, non-hazardous | Liquides aqueux de colles ou mastics, non dangereux | سوائل مائية من لواصق أو مانعات تسرب، غير خطرة
080417 | AH | Waste rosin oil | Huile de colophane | زيت القلفونية
080499 | ANH | Other wastes from adhesives and sealants | Autres déchets de colles et mastics | نفايات أخرى من اللواصق ومانعات التسرب
080501 | AH | Isocyanate wastes | Déchets d’isocyanates | نفايات الإيزوسيانات
`
