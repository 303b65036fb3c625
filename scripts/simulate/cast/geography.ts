import { parseTable } from '@athar/events/codes/table.ts'
import { type Wilaya, wilayas } from '@athar/events/codes/wilayas.ts'

/** A wilaya as the simulator sees it: roughly where its chief town lies, and how many ten thousand people live there. */
export interface Region {
  readonly wilaya: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly weight: number
}

const table = `
01 | 27.87 | -0.29 | 40
02 | 36.17 |  1.33 | 115
03 | 33.80 |  2.87 | 55
04 | 35.88 |  7.11 | 70
05 | 35.56 |  6.17 | 125
06 | 36.75 |  5.08 | 95
07 | 34.85 |  5.73 | 65
08 | 31.62 | -2.22 | 28
09 | 36.47 |  2.83 | 120
10 | 36.38 |  3.90 | 75
11 | 22.79 |  5.52 | 18
12 | 35.40 |  8.12 | 72
13 | 34.88 | -1.31 | 105
14 | 35.37 |  1.32 | 92
15 | 36.71 |  4.05 | 118
16 | 36.75 |  3.06 | 320
17 | 34.67 |  3.26 | 130
18 | 36.82 |  5.77 | 72
19 | 36.19 |  5.41 | 168
20 | 34.83 |  0.15 | 38
21 | 36.88 |  6.91 | 98
22 | 35.19 | -0.63 | 68
23 | 36.90 |  7.77 | 68
24 | 36.46 |  7.43 | 54
25 | 36.37 |  6.61 | 105
26 | 36.26 |  2.75 | 88
27 | 35.93 |  0.09 | 82
28 | 35.71 |  4.54 | 112
29 | 35.40 |  0.14 | 86
30 | 31.95 |  5.32 | 45
31 | 35.70 | -0.63 | 165
32 | 33.68 |  1.02 | 26
33 | 26.50 |  8.47 | 4
34 | 36.07 |  4.76 | 70
35 | 36.76 |  3.47 | 88
36 | 36.77 |  8.31 | 45
37 | 27.67 | -8.15 | 10
38 | 35.61 |  1.81 | 32
39 | 33.36 |  6.86 | 60
40 | 35.43 |  7.14 | 43
41 | 36.28 |  7.95 | 48
42 | 36.59 |  2.45 | 68
43 | 36.45 |  6.26 | 84
44 | 36.26 |  1.97 | 85
45 | 33.27 | -0.31 | 24
46 | 35.30 | -1.14 | 40
47 | 32.49 |  3.67 | 38
48 | 35.74 |  0.56 | 80
49 | 29.26 |  0.24 | 14
50 | 21.33 |  0.95 | 3
51 | 34.42 |  5.06 | 20
52 | 30.13 | -2.17 | 6
53 | 27.19 |  2.48 | 6
54 | 19.57 |  5.77 | 1
55 | 33.10 |  6.07 | 28
56 | 24.55 |  9.48 | 2
57 | 33.95 |  5.92 | 18
58 | 30.58 |  2.88 | 7
59 | 34.11 |  2.10 | 20
60 | 32.90 |  0.55 | 6
61 | 34.22 | -1.26 | 4
62 | 35.22 |  5.71 | 8
63 | 35.39 |  5.37 | 25
64 | 35.21 |  4.18 | 30
65 | 34.74 |  8.06 | 15
66 | 35.89 |  2.75 | 18
67 | 35.21 |  2.32 | 12
68 | 35.45 |  2.90 | 25
69 | 34.15 |  3.50 | 22
`

/** The wilayas that there are on a day (`YYYY-MM-DD`). */
export function regionsOn(day: string): readonly Region[] {
  const regions: Region[] = []
  for (const row of parseTable('code | lat | lon | weight', table)) {
    const wilaya: Wilaya | undefined = wilayas.find(row.code, day)
    if (wilaya === undefined) continue
    regions.push({
      wilaya: wilaya.code,
      name: wilaya.labels.fr,
      lat: Number(row.lat),
      lon: Number(row.lon),
      weight: Number(row.weight),
    })
  }
  return regions
}

/** The items from the nearest to the farthest. Degrees are near enough, and exact on any machine. */
export function byDistance<Item extends { readonly region: Region }>(from: Region, items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => distance(from, one.region) - distance(from, other.region))
}

function distance(one: Region, other: Region): number {
  const north = one.lat - other.lat
  const east = one.lon - other.lon
  return north * north + east * east
}
