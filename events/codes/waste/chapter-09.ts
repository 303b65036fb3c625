/** Chapter 09 of the List of Waste: photographic industry. Columns: code | entry | English | French | Arabic. */
export const chapter09 = `
090101 | AH | Water-based developer and activator baths | Bains aqueux de développement et d’activation | محاليل تظهير وتنشيط مائية
090102 | AH | Water-based offset plate developers | Révélateurs aqueux pour plaques offset | محاليل تظهير مائية لألواح الأوفست
090103 | AH | Solvent-based developers | Révélateurs à base de solvants | محاليل تظهير أساسها مذيبات
090104 | AH | Photographic fixer baths | Bains de fixation photographiques | محاليل تثبيت الصور
090105 | AH | Bleach and bleach-fix baths | Bains de blanchiment et de blanchiment-fixation | محاليل تبييض وتبييض مع التثبيت
090106 | MH | Silver-bearing wastes from on-site photo treatment, hazardous | Déchets argentifères de traitement sur site de déchets photo, dangereux | نفايات محتوية على الفضة من معالجة نفايات التصوير في الموقع، خطرة
090107 | ANH | Photographic film and paper with silver | Films et papiers photo contenant de l’argent | أفلام وأوراق تصوير محتوية على الفضة
090108 | ANH | Silver-free photographic film and paper | Films et papiers photo sans argent | أفلام وأوراق تصوير خالية من الفضة
090110 | ANH | Disposable cameras, no battery | Appareils photo jetables sans pile | آلات تصوير أحادية الاستعمال دون بطاريات
090111 | AH | Disposable cameras with hazardous batteries | Appareils photo jetables avec piles dangereuses | آلات تصوير أحادية الاستعمال ببطاريات خطرة
090112 | ANH | Disposable cameras with non-hazardous batteries | Appareils photo jetables avec piles non dangereuses | آلات تصوير أحادية الاستعمال ببطاريات غير خطرة
090113 | AH | Other aqueous liquids from on-site silver recovery | Autres liquides aqueux de récupération d’argent sur site | سوائل مائية أخرى من استرجاع الفضة في الموقع
090199 | MNH | Other wastes from photography, non-hazardous | Autres déchets de la photographie, non dangereux | نفايات أخرى من صناعة التصوير، غير خطرة
`
