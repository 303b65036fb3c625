/** Chapter 18 of the List of Waste: human and animal health care. Columns: code | entry | English | French | Arabic. */
export const chapter18 = `
180101 | ANH | Sharps from human healthcare, non-infectious | Piquants et tranchants de soins humains, non infectieux | أدوات واخزة وقاطعة من العلاج البشري، غير معدية
180102 | ANH | Human body parts, organs and blood bags, non-infectious | Déchets anatomiques humains et poches de sang, non infectieux | أجزاء وأعضاء بشرية وأكياس دم، غير معدية
180103 | AH | Human healthcare wastes, infectious | Déchets d’activités de soins humains, infectieux | نفايات النشاطات العلاجية البشرية، معدية
180104 | ANH | Human healthcare wastes, non-infectious | Déchets d’activités de soins humains, non infectieux | نفايات النشاطات العلاجية البشرية، غير معدية
180106 | MH | Chemicals from human healthcare, hazardous | Produits chimiques de soins humains, dangereux | مواد كيميائية من العلاج البشري، خطرة
180107 | MNH | Chemicals from human healthcare, non-hazardous | Produits chimiques de soins humains, non dangereux | مواد كيميائية من العلاج البشري، غير خطرة
180108 | AH | Cytotoxic and cytostatic medicines, human healthcare | Médicaments cytotoxiques et cytostatiques, soins humains | أدوية سامة للخلايا أو مثبطة لنموها، علاج بشري
180109 | ANH | Other medicines, human healthcare | Autres médicaments, soins humains | أدوية أخرى، علاج بشري
180110 | AH | Dental amalgam | Amalgame dentaire | ملغم الأسنان
180201 | ANH | Sharps from veterinary care, non-infectious | Piquants et tranchants de soins vétérinaires, non infectieux | أدوات واخزة وقاطعة من العلاج البيطري، غير معدية
180202 | AH | Veterinary care wastes, infectious | Déchets d’activités de soins vétérinaires, infectieux | نفايات النشاطات العلاجية البيطرية، معدية
180203 | ANH | Veterinary care wastes, non-infectious | Déchets d’activités de soins vétérinaires, non infectieux | نفايات النشاطات العلاجية البيطرية، غير معدية
180205 | MH | Chemicals from veterinary care, hazardous | Produits chimiques de soins vétérinaires, dangereux | مواد كيميائية من العلاج البيطري، خطرة
180206 | MNH | Chemicals from veterinary care, non-hazardous | Produits chimiques de soins vétérinaires, non dangereux | مواد كيميائية من العلاج البيطري، غير خطرة
180207 | AH | Cytotoxic and cytostatic medicines, veterinary care | Médicaments cytotoxiques et cytostatiques, soins vétérinaires | أدوية سامة للخلايا أو مثبطة لنموها، علاج بيطري
180208 | ANH | Other medicines, veterinary care | Autres médicaments, soins vétérinaires | أدوية أخرى، علاج بيطري
`
