import { parseTable } from '@athar/events/codes/table.ts'
import type { Waste } from '@athar/events/fields.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'

/** Who makes a waste. `plant`: what treatment leaves behind. */
export type Origin = 'household' | 'industry' | 'healthcare' | 'plant'

export type Packaging = NonNullable<MovementPayloads['waste.movement.declared']['packages']>[number]['kind']

/** A waste as it is moved in this world: what the papers call it, how it is packed, and how much of it makes a load. */
export interface WasteSort {
  readonly code: string
  readonly origin: Origin
  readonly name: string
  readonly hazards: NonNullable<Waste['hazards']>
  readonly state: NonNullable<Waste['state']>
  readonly packaging: Packaging
  /** What one package holds. */
  readonly packageGrams: number
  readonly loadGramsMin: number
  readonly loadGramsMax: number
  /** The scale that weighs it shows multiples of this. */
  readonly scaleGrams: number
  /** How often it is moved, among the wastes of its origin. */
  readonly weight: number
}

const table = `
200301 | household  | -          | solid  | skip       | 8000 | 8000 | 20000 | 20  | 70 | Déchets ménagers et assimilés
200302 | household  | -          | solid  | skip       | 5000 | 3000 | 10000 | 20  | 8  | Déchets de marchés
200303 | household  | -          | solid  | skip       | 4000 | 2000 | 8000  | 20  | 6  | Balayures de rues
200307 | household  | -          | solid  | skip       | 3000 | 1500 | 6000  | 20  | 5  | Encombrants
200201 | household  | -          | solid  | bulk       | 3000 | 1500 | 9000  | 20  | 6  | Déchets verts de parcs et jardins
170904 | household  | -          | solid  | skip       | 9000 | 8000 | 24000 | 20  | 5  | Gravats et déblais de chantier
130205 | industry   | HP5 HP14   | liquid | drum       | 180  | 360  | 9000  | 0.5 | 20 | Huiles moteur usagées
160601 | industry   | HP6 HP8    | solid  | pallet     | 800  | 800  | 12000 | 0.5 | 10 | Batteries au plomb
080111 | industry   | HP3 HP4    | liquid | drum       | 200  | 200  | 4000  | 0.5 | 9  | Peintures et vernis solvantés
140603 | industry   | HP3 HP5    | liquid | ibc        | 900  | 900  | 5400  | 0.5 | 7  | Solvants non halogénés usés
150110 | industry   | HP4 HP14   | solid  | big-bag    | 120  | 240  | 3600  | 0.5 | 9  | Emballages vides souillés
150202 | industry   | HP3 HP14   | solid  | big-bag    | 150  | 150  | 2400  | 0.5 | 8  | Chiffons et absorbants souillés
050103 | industry   | HP7 HP14   | sludge | tank       | 9000 | 4000 | 18000 | 20  | 4  | Boues de fond de bac
110109 | industry   | HP6 HP14   | sludge | big-bag    | 900  | 900  | 9000  | 0.5 | 5  | Boues de traitement de surface
170405 | industry   | -          | solid  | skip       | 6000 | 3000 | 22000 | 20  | 12 | Ferraille
150101 | industry   | -          | solid  | bulk       | 4000 | 1000 | 9000  | 20  | 8  | Cartons d'emballage
150102 | industry   | -          | solid  | bulk       | 2000 | 600  | 6000  | 20  | 6  | Emballages plastiques
070213 | industry   | -          | solid  | big-bag    | 300  | 300  | 6000  | 0.5 | 4  | Chutes de plastique
180103 | healthcare | HP9        | solid  | bag        | 9    | 50   | 800   | 0.1 | 70 | DASRI, déchets infectieux
180108 | healthcare | HP6 HP7    | solid  | sharps-box | 6    | 50   | 200   | 0.1 | 10 | Médicaments cytotoxiques
180109 | healthcare | -          | solid  | box        | 12   | 50   | 300   | 0.1 | 8  | Médicaments périmés
180104 | healthcare | -          | solid  | bag        | 8    | 60   | 500   | 0.1 | 12 | Déchets de soins non infectieux
190204 | plant      | HP3 HP5    | liquid | tank       | 9000 | 4000 | 22000 | 20  | 1  | Déchets dangereux prémélangés
190111 | plant      | HP14       | solid  | skip       | 8000 | 4000 | 22000 | 20  | 1  | Mâchefers d'incinération dangereux
190112 | plant      | -          | solid  | skip       | 8000 | 1000 | 22000 | 20  | 1  | Mâchefers d'incinération
191212 | plant      | -          | solid  | bulk       | 8000 | 2000 | 22000 | 20  | 1  | Refus de tri
190501 | plant      | -          | solid  | bulk       | 8000 | 4000 | 22000 | 20  | 1  | Refus de compostage
191105 | plant      | HP5 HP14   | sludge | tank       | 9000 | 2000 | 18000 | 20  | 1  | Boues de régénération d'huiles
100401 | plant      | HP6 HP14   | solid  | skip       | 8000 | 2000 | 22000 | 20  | 1  | Scories de plomb
190306 | plant      | HP14       | solid  | bulk       | 8000 | 2000 | 22000 | 20  | 1  | Déchets solidifiés
`

/** All wastes of this world. */
export const wasteSorts: readonly WasteSort[] = parseTable(
  'code | origin | hazards | state | packaging | package | from | to | scale | weight | name',
  table,
).map(row => ({
  code: row.code,
  // The words of the table are those of the types: every simulated event is validated in the tests.
  origin: row.origin as Origin,
  name: row.name,
  hazards: row.hazards === '-' ? [] : (row.hazards.split(' ') as WasteSort['hazards']),
  state: row.state as WasteSort['state'],
  packaging: row.packaging as Packaging,
  packageGrams: Number(row.package) * 1000,
  loadGramsMin: Number(row.from) * 1000,
  loadGramsMax: Number(row.to) * 1000,
  scaleGrams: Number(row.scale) * 1000,
  weight: Number(row.weight),
}))

const byCode = new Map(wasteSorts.map(sort => [sort.code, sort]))

/** The waste of a code; `undefined` when nobody moves it here. */
export function wasteSortOf(code: string): WasteSort | undefined {
  return byCode.get(code)
}

/** The code as somebody in a hurry writes it: no list has it. */
export function miswritten(code: string): string {
  return `${code.slice(0, -2)}97`
}
