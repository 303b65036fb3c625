/** Chapter 05 of the List of Waste: petroleum refining, natural gas and coal pyrolysis. Columns: code | entry | English | French | Arabic. */
export const chapter05 = `
050102 | AH | Crude oil desalting sludges | Boues de dessalage du brut | أوحال نزع الأملاح من البترول الخام
050103 | AH | Oil tank bottom sludges | Boues de fond de réservoirs pétroliers | أوحال قيعان خزانات البترول
050104 | AH | Acid sludges from alkylation | Boues d’alkyles acides | أوحال الألكيل الحمضية
050105 | AH | Spilled oil | Hydrocarbures accidentellement répandus | محروقات منسكبة عرضيا
050106 | AH | Oily sludges from refinery maintenance | Boues huileuses de maintenance de raffinerie | أوحال زيتية من صيانة منشآت مصافي البترول
050107 | AH | Acid tars from refining | Goudrons acides de raffinage | قطران حمضي من تكرير البترول
050108 | AH | Other tars from refining | Autres goudrons de raffinage | قطران آخر من تكرير البترول
050109 | MH | Refinery effluent treatment sludges, hazardous | Boues de traitement d’effluents de raffinerie, dangereuses | أوحال معالجة المصبات السائلة لمصافي البترول، خطرة
050110 | MNH | Refinery effluent treatment sludges, non-hazardous | Boues de traitement d’effluents de raffinerie, non dangereuses | أوحال معالجة المصبات السائلة لمصافي البترول، غير خطرة
050111 | AH | Alkaline fuel washing wastes | Déchets de lavage de combustibles par des bases | نفايات تنقية الوقود بالقواعد
050112 | AH | Acidic oils | Hydrocarbures contenant des acides | محروقات محتوية على أحماض
050113 | ANH | Boiler feedwater treatment sludges | Boues d’eau d’alimentation des chaudières | أوحال مياه تغذية المراجل
050114 | ANH | Cooling column wastes from refining | Déchets des colonnes de refroidissement, raffinage | نفايات أعمدة التبريد، تكرير البترول
050115 | AH | Spent filtering clay | Argiles de filtration usées | طين ترشيح مستنفد
050116 | ANH | Sulphur wastes from oil desulphurisation | Déchets soufrés de désulfuration du pétrole | نفايات كبريتية من نزع كبريت البترول
050117 | ANH | Bitumen waste | Déchets de bitume | نفايات الزفت (البيتومين)
050199 | ANH | Other wastes from petroleum refining | Autres déchets du raffinage du pétrole | نفايات أخرى من تكرير البترول
050601 | AH | Acid tars from coal pyrolysis | Goudrons acides de pyrolyse du charbon | قطران حمضي من التحلل الحراري للفحم
050603 | AH | Other tars from coal pyrolysis | Autres goudrons de pyrolyse du charbon | قطران آخر من التحلل الحراري للفحم
050604 | ANH | Cooling column wastes from coal pyrolysis | Déchets des colonnes de refroidissement, pyrolyse du charbon | نفايات أعمدة التبريد، التحلل الحراري للفحم
050699 | ANH | Other wastes from coal pyrolysis | Autres déchets de la pyrolyse du charbon | نفايات أخرى من التحلل الحراري للفحم
050701 | MH | Mercury wastes from natural gas, hazardous | Déchets mercuriels du gaz naturel, dangereux | نفايات زئبقية من الغاز الطبيعي، خطرة
050702 | ANH | Sulphur wastes from natural gas | Déchets soufrés du gaz naturel | نفايات كبريتية من الغاز الطبيعي
050799 | MNH | Other wastes from natural gas purification and transport | Autres déchets de l’épuration et du transport du gaz naturel | نفايات أخرى من تنقية الغاز الطبيعي ونقله
`
