import { nationalColumns } from '../national-row.ts'

// Invented for tests: the ministry's file is not public.
const rows = `
1 | 2 | 1 | 5 | I  | 2006-03-05 |            |          | رمل مستعمل    | Sable usagé                           | Used sand
1 | 2 | 1 | 6 | MA | 2006-03-05 | 2020-12-31 |          | ورق           | Papier                                | Paper
1 | 2 | 1 | 6 | MA | 2021-01-01 |            |          | ورق ومقوى     | Papier et carton                      |
1 | 5 | 1 | 2 | S  | 2006-03-05 |            |          | إطارات مستعملة | Pneus usagés                         | Used tyres
2 | 2 | 1 | 5 | SD | 2006-03-05 |            | HP3 HP14 | أوحال زيوت    | "Boues d'huile, de ""fond de cuve"""  | Oil sludge
2 | 3 | 7 | 3 | SD | 2021-01-01 |            | HP8      | أحماض مستعملة | Acides usés                           | Used acids
`

/** The rows of a small national list, which tests change by line (from 0) and column. */
export function sampleRows(): string[][] {
  return rows
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
}

/** The file that a spreadsheet would save of those rows. */
export function fileOf(cells: readonly (readonly string[])[]): string {
  return [nationalColumns, ...cells].map(row => row.join('\t')).join('\r\n')
}

export function sample(): string {
  return fileOf(sampleRows())
}
