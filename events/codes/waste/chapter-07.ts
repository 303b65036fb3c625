/** Chapter 07 of the List of Waste: organic chemical processes. Columns: code | entry | English | French | Arabic. */
export const chapter07 = `
070101 | AH | Aqueous wash and mother liquors (basic organics) | Eaux de lavage et eaux mères (organiques de base) | محاليل غسل ومحاليل أم مائية (المواد العضوية الأساسية)
070103 | AH | Halogenated solvents and liquors (basic organics) | Solvants et liqueurs halogénés (organiques de base) | مذيبات ومحاليل عضوية مهلجنة (المواد العضوية الأساسية)
070104 | AH | Other organic solvents and liquors (basic organics) | Autres solvants et liqueurs organiques (organiques de base) | مذيبات ومحاليل عضوية أخرى (المواد العضوية الأساسية)
070107 | AH | Halogenated still and reaction residues (basic organics) | Résidus de distillation et de réaction halogénés (organiques de base) | رواسب تقطير وتفاعل مهلجنة (المواد العضوية الأساسية)
070108 | AH | Other still and reaction residues (basic organics) | Autres résidus de distillation et de réaction (organiques de base) | رواسب تقطير وتفاعل أخرى (المواد العضوية الأساسية)
070109 | AH | Halogenated filter cakes and absorbents (basic organics) | Gâteaux de filtration et absorbants halogénés (organiques de base) | كعك ترشيح ومواد ماصة مهلجنة (المواد العضوية الأساسية)
070110 | AH | Other filter cakes and absorbents (basic organics) | Autres gâteaux de filtration et absorbants (organiques de base) | كعك ترشيح ومواد ماصة أخرى (المواد العضوية الأساسية)
070111 | MH | Effluent treatment sludges (basic organics), hazardous | Boues de traitement d’effluents (organiques de base), dangereuses | أوحال معالجة المصبات السائلة (المواد العضوية الأساسية)، خطرة
070112 | MNH | Effluent treatment sludges (basic organics), non-hazardous | Boues de traitement d’effluents (organiques de base), non dangereuses | أوحال معالجة المصبات السائلة (المواد العضوية الأساسية)، غير خطرة
070199 | ANH | Other wastes from basic organic chemicals | Autres déchets de la chimie organique de base | نفايات أخرى من المواد الكيميائية العضوية الأساسية
070201 | AH | Aqueous wash and mother liquors (plastics, rubber, fibres) | Eaux de lavage et eaux mères (polymères et fibres) | محاليل غسل ومحاليل أم مائية (البلاستيك والمطاط والألياف)
070203 | AH | Halogenated solvents and liquors (plastics, rubber, fibres) | Solvants et liqueurs halogénés (polymères et fibres) | مذيبات ومحاليل عضوية مهلجنة (البلاستيك والمطاط والألياف)
070204 | AH | Other organic solvents and liquors (plastics, rubber, fibres) | Autres solvants et liqueurs organiques (polymères et fibres) | مذيبات ومحاليل عضوية أخرى (البلاستيك والمطاط والألياف)
070207 | AH | Halogenated still and reaction residues (plastics, rubber, fibres) | Résidus de distillation et de réaction halogénés (polymères et fibres) | رواسب تقطير وتفاعل مهلجنة (البلاستيك والمطاط والألياف)
070208 | AH | Other still and reaction residues (plastics, rubber, fibres) | Autres résidus de distillation et de réaction (polymères et fibres) | رواسب تقطير وتفاعل أخرى (البلاستيك والمطاط والألياف)
070209 | AH | Halogenated filter cakes and absorbents (plastics, rubber, fibres) | Gâteaux de filtration et absorbants halogénés (polymères et fibres) | كعك ترشيح ومواد ماصة مهلجنة (البلاستيك والمطاط والألياف)
070210 | AH | Other filter cakes and absorbents (plastics, rubber, fibres) | Autres gâteaux de filtration et absorbants (polymères et fibres) | كعك ترشيح ومواد ماصة أخرى (البلاستيك والمطاط والألياف)
070211 | MH | Effluent treatment sludges (plastics, rubber, fibres), hazardous | Boues de traitement d’effluents (polymères et fibres), dangereuses | أوحال معالجة المصبات السائلة (البلاستيك والمطاط والألياف)، خطرة
070212 | MNH | Effluent treatment sludges (plastics, rubber, fibres), non-hazardous | Boues de traitement d’effluents (polymères et fibres), non dangereuses | أوحال معالجة المصبات السائلة (البلاستيك والمطاط والألياف)، غير خطرة
070213 | ANH | Plastic production scrap | Déchets plastiques de fabrication | نفايات بلاستيكية من التصنيع
070214 | MH | Polymer additive wastes, hazardous | Déchets d’additifs de polymères, dangereux | نفايات مضافات البلاستيك، خطرة
070215 | MNH | Polymer additive wastes, non-hazardous | Déchets d’additifs de polymères, non dangereux | نفايات مضافات البلاستيك، غير خطرة
070216 | MH | Silicone wastes, hazardous | Déchets de silicones, dangereux | نفايات السيليكون، خطرة
070217 | MNH | Silicone wastes, non-hazardous | Déchets de silicones, non dangereux | نفايات السيليكون، غير خطرة
070299 | ANH | Other wastes from plastics, rubber and man-made fibres | Autres déchets des plastiques, caoutchoucs et fibres synthétiques | نفايات أخرى من البلاستيك والمطاط والألياف الاصطناعية
070301 | AH | Aqueous wash and mother liquors (organic dyes) | Eaux de lavage et eaux mères (colorants organiques) | محاليل غسل ومحاليل أم مائية (الأصباغ العضوية)
070303 | AH | Halogenated solvents and liquors (organic dyes) | Solvants et liqueurs halogénés (colorants organiques) | مذيبات ومحاليل عضوية مهلجنة (الأصباغ العضوية)
070304 | AH | Other organic solvents and liquors (organic dyes) | Autres solvants et liqueurs organiques (colorants organiques) | مذيبات ومحاليل عضوية أخرى (الأصباغ العضوية)
070307 | AH | Halogenated still and reaction residues (organic dyes) | Résidus de distillation et de réaction halogénés (colorants organiques) | رواسب تقطير وتفاعل مهلجنة (الأصباغ العضوية)
070308 | AH | Other still and reaction residues (organic dyes) | Autres résidus de distillation et de réaction (colorants organiques) | رواسب تقطير وتفاعل أخرى (الأصباغ العضوية)
070309 | AH | Halogenated filter cakes and absorbents (organic dyes) | Gâteaux de filtration et absorbants halogénés (colorants organiques) | كعك ترشيح ومواد ماصة مهلجنة (الأصباغ العضوية)
070310 | AH | Other filter cakes and absorbents (organic dyes) | Autres gâteaux de filtration et absorbants (colorants organiques) | كعك ترشيح ومواد ماصة أخرى (الأصباغ العضوية)
070311 | MH | Effluent treatment sludges (organic dyes), hazardous | Boues de traitement d’effluents (colorants organiques), dangereuses | أوحال معالجة المصبات السائلة (الأصباغ العضوية)، خطرة
070312 | MNH | Effluent treatment sludges (organic dyes), non-hazardous | Boues de traitement d’effluents (colorants organiques), non dangereuses | أوحال معالجة المصبات السائلة (الأصباغ العضوية)، غير خطرة
070399 | ANH | Other wastes from organic dyes and pigments | Autres déchets des colorants et pigments organiques | نفايات أخرى من الأصباغ والأخضبة العضوية
070401 | AH | Aqueous wash and mother liquors (pesticides) | Eaux de lavage et eaux mères (pesticides) | محاليل غسل ومحاليل أم مائية (المبيدات)
070403 | AH | Halogenated solvents and liquors (pesticides) | Solvants et liqueurs halogénés (pesticides) | مذيبات ومحاليل عضوية مهلجنة (المبيدات)
070404 | AH | Other organic solvents and liquors (pesticides) | Autres solvants et liqueurs organiques (pesticides) | مذيبات ومحاليل عضوية أخرى (المبيدات)
070407 | AH | Halogenated still and reaction residues (pesticides) | Résidus de distillation et de réaction halogénés (pesticides) | رواسب تقطير وتفاعل مهلجنة (المبيدات)
070408 | AH | Other still and reaction residues (pesticides) | Autres résidus de distillation et de réaction (pesticides) | رواسب تقطير وتفاعل أخرى (المبيدات)
070409 | AH | Halogenated filter cakes and absorbents (pesticides) | Gâteaux de filtration et absorbants halogénés (pesticides) | كعك ترشيح ومواد ماصة مهلجنة (المبيدات)
070410 | AH | Other filter cakes and absorbents (pesticides) | Autres gâteaux de filtration et absorbants (pesticides) | كعك ترشيح ومواد ماصة أخرى (المبيدات)
070411 | MH | Effluent treatment sludges (pesticides), hazardous | Boues de traitement d’effluents (pesticides), dangereuses | أوحال معالجة المصبات السائلة (المبيدات)، خطرة
070412 | MNH | Effluent treatment sludges (pesticides), non-hazardous | Boues de traitement d’effluents (pesticides), non dangereuses | أوحال معالجة المصبات السائلة (المبيدات)، غير خطرة
070413 | MH | Solid pesticide wastes, hazardous | Déchets solides de pesticides, dangereux | نفايات صلبة من المبيدات، خطرة
070499 | MNH | Other wastes from organic pesticides and biocides | Autres déchets des pesticides et biocides organiques | نفايات أخرى من المبيدات والمبيدات الحيوية العضوية
070501 | AH | Aqueous wash and mother liquors (pharmaceuticals) | Eaux de lavage et eaux mères (pharmacie) | محاليل غسل ومحاليل أم مائية (الصناعة الصيدلانية)
070503 | AH | Halogenated solvents and liquors (pharmaceuticals) | Solvants et liqueurs halogénés (pharmacie) | مذيبات ومحاليل عضوية مهلجنة (الصناعة الصيدلانية)
070504 | AH | Other organic solvents and liquors (pharmaceuticals) | Autres solvants et liqueurs organiques (pharmacie) | مذيبات ومحاليل عضوية أخرى (الصناعة الصيدلانية)
070507 | AH | Halogenated still and reaction residues (pharmaceuticals) | Résidus de distillation et de réaction halogénés (pharmacie) | رواسب تقطير وتفاعل مهلجنة (الصناعة الصيدلانية)
070508 | AH | Other still and reaction residues (pharmaceuticals) | Autres résidus de distillation et de réaction (pharmacie) | رواسب تقطير وتفاعل أخرى (الصناعة الصيدلانية)
070509 | AH | Halogenated filter cakes and absorbents (pharmaceuticals) | Gâteaux de filtration et absorbants halogénés (pharmacie) | كعك ترشيح ومواد ماصة مهلجنة (الصناعة الصيدلانية)
070510 | AH | Other filter cakes and absorbents (pharmaceuticals) | Autres gâteaux de filtration et absorbants (pharmacie) | كعك ترشيح ومواد ماصة أخرى (الصناعة الصيدلانية)
070511 | MH | Effluent treatment sludges (pharmaceuticals), hazardous | Boues de traitement d’effluents (pharmacie), dangereuses | أوحال معالجة المصبات السائلة (الصناعة الصيدلانية)، خطرة
070512 | MNH | Effluent treatment sludges (pharmaceuticals), non-hazardous | Boues de traitement d’effluents (pharmacie), non dangereuses | أوحال معالجة المصبات السائلة (الصناعة الصيدلانية)، غير خطرة
070513 | MH | Solid pharmaceutical wastes, hazardous | Déchets solides pharmaceutiques, dangereux | نفايات صيدلانية صلبة، خطرة
070514 | MNH | Solid pharmaceutical wastes, non-hazardous | Déchets solides pharmaceutiques, non dangereux | نفايات صيدلانية صلبة، غير خطرة
070599 | ANH | Other wastes from pharmaceutical manufacture | Autres déchets de l’industrie pharmaceutique | نفايات أخرى من الصناعة الصيدلانية
070601 | AH | Aqueous wash and mother liquors (soaps and cosmetics) | Eaux de lavage et eaux mères (savons et cosmétiques) | محاليل غسل ومحاليل أم مائية (الصابون ومواد التجميل)
070603 | AH | Halogenated solvents and liquors (soaps and cosmetics) | Solvants et liqueurs halogénés (savons et cosmétiques) | مذيبات ومحاليل عضوية مهلجنة (الصابون ومواد التجميل)
070604 | AH | Other organic solvents and liquors (soaps and cosmetics) | Autres solvants et liqueurs organiques (savons et cosmétiques) | مذيبات ومحاليل عضوية أخرى (الصابون ومواد التجميل)
070607 | AH | Halogenated still and reaction residues (soaps and cosmetics) | Résidus de distillation et de réaction halogénés (savons et cosmétiques) | رواسب تقطير وتفاعل مهلجنة (الصابون ومواد التجميل)
070608 | AH | Other still and reaction residues (soaps and cosmetics) | Autres résidus de distillation et de réaction (savons et cosmétiques) | رواسب تقطير وتفاعل أخرى (الصابون ومواد التجميل)
070609 | AH | Halogenated filter cakes and absorbents (soaps and cosmetics) | Gâteaux de filtration et absorbants halogénés (savons et cosmétiques) | كعك ترشيح ومواد ماصة مهلجنة (الصابون ومواد التجميل)
070610 | AH | Other filter cakes and absorbents (soaps and cosmetics) | Autres gâteaux de filtration et absorbants (savons et cosmétiques) | كعك ترشيح ومواد ماصة أخرى (الصابون ومواد التجميل)
070611 | MH | Effluent treatment sludges (soaps and cosmetics), hazardous | Boues de traitement d’effluents (savons et cosmétiques), dangereuses | أوحال معالجة المصبات السائلة (الصابون ومواد التجميل)، خطرة
070612 | MNH | Effluent treatment sludges (soaps and cosmetics), non-hazardous | Boues de traitement d’effluents (savons et cosmétiques), non dangereuses | أوحال معالجة المصبات السائلة (الصابون ومواد التجميل)، غير خطرة
070699 | ANH | Other wastes from fats, soaps, detergents and cosmetics | Autres déchets des corps gras, savons, détergents et cosmétiques | نفايات أخرى من الدهون والصابون والمنظفات ومواد التجميل
070701 | AH | Aqueous wash and mother liquors (fine chemicals) | Eaux de lavage et eaux mères (chimie fine) | محاليل غسل ومحاليل أم مائية (الكيمياء الدقيقة)
070703 | AH | Halogenated solvents and liquors (fine chemicals) | Solvants et liqueurs halogénés (chimie fine) | مذيبات ومحاليل عضوية مهلجنة (الكيمياء الدقيقة)
070704 | AH | Other organic solvents and liquors (fine chemicals) | Autres solvants et liqueurs organiques (chimie fine) | مذيبات ومحاليل عضوية أخرى (الكيمياء الدقيقة)
070707 | AH | Halogenated still and reaction residues (fine chemicals) | Résidus de distillation et de réaction halogénés (chimie fine) | رواسب تقطير وتفاعل مهلجنة (الكيمياء الدقيقة)
070708 | AH | Other still and reaction residues (fine chemicals) | Autres résidus de distillation et de réaction (chimie fine) | رواسب تقطير وتفاعل أخرى (الكيمياء الدقيقة)
070709 | AH | Halogenated filter cakes and absorbents (fine chemicals) | Gâteaux de filtration et absorbants halogénés (chimie fine) | كعك ترشيح ومواد ماصة مهلجنة (الكيمياء الدقيقة)
070710 | AH | Other filter cakes and absorbents (fine chemicals) | Autres gâteaux de filtration et absorbants (chimie fine) | كعك ترشيح ومواد ماصة أخرى (الكيمياء الدقيقة)
070711 | MH | Effluent treatment sludges (fine chemicals), hazardous | Boues de traitement d’effluents (chimie fine), dangereuses | أوحال معالجة المصبات السائلة (الكيمياء الدقيقة)، خطرة
070712 | MNH | Effluent treatment sludges (fine chemicals), non-hazardous | Boues de traitement d’effluents (chimie fine), non dangereuses | أوحال معالجة المصبات السائلة (الكيمياء الدقيقة)، غير خطرة
070799 | ANH | Other wastes from fine chemicals | Autres déchets de la chimie fine | نفايات أخرى من الكيمياء الدقيقة
`
