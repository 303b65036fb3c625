/** Chapter 14 of the List of Waste: organic solvents, refrigerants and propellants. Columns: code | entry | English | French | Arabic. */
export const chapter14 = `
140601 | AH | Waste CFC, HCFC and HFC refrigerants and propellants | Fluides frigorigènes et propulseurs CFC, HCFC, HFC | موائع تبريد ودفع CFC وHCFC وHFC
140602 | AH | Other waste halogenated solvents and mixtures | Autres solvants halogénés et mélanges | مذيبات مهلجنة أخرى وخلائطها
140603 | AH | Other waste solvents, non-halogenated, and mixtures | Autres solvants non halogénés et mélanges | مذيبات أخرى غير مهلجنة وخلائطها
140604 | MH | Sludges or solids with halogenated solvents, hazardous | Boues ou solides contenant des solvants halogénés, dangereux | أوحال أو مواد صلبة محتوية على مذيبات مهلجنة، خطرة
140605 | MH | Sludges or solids with other solvents, hazardous | Boues ou solides contenant d’autres solvants, dangereux | أوحال أو مواد صلبة محتوية على مذيبات أخرى، خطرة
`
