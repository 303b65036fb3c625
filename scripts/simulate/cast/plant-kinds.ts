import type { DirectoryPayloads } from '@athar/events/directory/schema.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'

/** One thing that a plant does, to lots of like waste: hazardous and other waste never share a line (law 01-19, art. 17). */
export interface Line {
  readonly operation: Treatment['operation']
  readonly codes: readonly string[]
  /**
   * What comes out, as a share of what goes in. `sameCode`: grouped, under the code it came with.
   * Without an output all of it meets its fate.
   */
  readonly output?: { readonly code: string; readonly low: number; readonly high: number } | 'sameCode'
  /** Lost on the way: evaporation, leaking, dust. */
  readonly lossShare: number
}

export interface PlantKind {
  /** Begins the references of its plants. */
  readonly prefix: string
  readonly title: string
  readonly siteKinds: DirectoryPayloads['waste.site.registered']['kinds']
  readonly lines: readonly Line[]
  /** How many of the plants of the country are of this kind. */
  readonly weight: number
  /** How often it treats what it has. */
  readonly treatsEveryHours: number
}

/** The plants of this world. Each can be reached by what the others leave behind. */
export const plantKinds: readonly PlantKind[] = [
  {
    prefix: 'S-CET',
    title: 'CET de',
    siteKinds: ['treatment', 'landfill'],
    lines: [
      {
        operation: 'D1',
        codes: ['200301', '200302', '200303', '200307', '170904', '191212', '190112', '190501'],
        lossShare: 0,
      },
    ],
    weight: 40,
    treatsEveryHours: 12,
  },
  {
    prefix: 'S-CPT',
    title: 'Plateforme de compostage de',
    siteKinds: ['treatment'],
    lines: [{ operation: 'R3', codes: ['200201'], output: { code: '190501', low: 0.05, high: 0.12 }, lossShare: 0.3 }],
    weight: 6,
    treatsEveryHours: 96,
  },
  {
    prefix: 'S-REG',
    title: 'Centre de regroupement de',
    siteKinds: ['storage'],
    lines: [
      { operation: 'R13', codes: ['130205'], output: 'sameCode', lossShare: 0.0005 },
      { operation: 'R13', codes: ['160601'], output: 'sameCode', lossShare: 0 },
      { operation: 'R12', codes: ['150101'], output: 'sameCode', lossShare: 0.002 },
      { operation: 'D13', codes: ['080111', '140603'], output: { code: '190204', low: 1, high: 1 }, lossShare: 0.001 },
      { operation: 'D14', codes: ['150110'], output: 'sameCode', lossShare: 0.001 },
      { operation: 'D15', codes: ['150202'], output: 'sameCode', lossShare: 0 },
    ],
    weight: 14,
    treatsEveryHours: 84,
  },
  {
    prefix: 'S-INC',
    title: 'Incinérateur de',
    siteKinds: ['treatment'],
    lines: [
      {
        operation: 'D10',
        codes: ['180103', '180108', '150110', '150202', '080111', '140603', '190204'],
        output: { code: '190111', low: 0.1, high: 0.18 },
        lossShare: 0,
      },
      {
        operation: 'D10',
        codes: ['180109', '180104'],
        output: { code: '190112', low: 0.08, high: 0.15 },
        lossShare: 0,
      },
    ],
    weight: 12,
    treatsEveryHours: 10,
  },
  {
    prefix: 'S-MET',
    title: 'Fonderie de',
    siteKinds: ['treatment'],
    lines: [
      { operation: 'R4', codes: ['170405'], output: { code: '191212', low: 0.02, high: 0.05 }, lossShare: 0.004 },
      { operation: 'R4', codes: ['160601'], output: { code: '100401', low: 0.12, high: 0.2 }, lossShare: 0.01 },
    ],
    weight: 6,
    treatsEveryHours: 36,
  },
  {
    prefix: 'S-REC',
    title: 'Usine de recyclage de',
    siteKinds: ['treatment'],
    lines: [
      { operation: 'R3', codes: ['150101'], output: { code: '191212', low: 0.04, high: 0.09 }, lossShare: 0.01 },
      {
        operation: 'R3',
        codes: ['150102', '070213'],
        output: { code: '191212', low: 0.05, high: 0.1 },
        lossShare: 0.005,
      },
    ],
    weight: 6,
    treatsEveryHours: 36,
  },
  {
    prefix: 'S-HUI',
    title: 'Régénération des huiles de',
    siteKinds: ['treatment'],
    lines: [{ operation: 'R9', codes: ['130205'], output: { code: '191105', low: 0.03, high: 0.06 }, lossShare: 0.02 }],
    weight: 3,
    treatsEveryHours: 48,
  },
  {
    prefix: 'S-STB',
    title: 'Stabilisation et stockage de',
    siteKinds: ['treatment', 'landfill'],
    lines: [
      {
        operation: 'D9',
        codes: ['050103', '110109', '190111', '191105', '100401'],
        output: { code: '190306', low: 1, high: 1 },
        lossShare: 0.01,
      },
      { operation: 'D5', codes: ['190306'], lossShare: 0 },
    ],
    weight: 5,
    treatsEveryHours: 48,
  },
]
