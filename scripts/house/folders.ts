import type { House } from './house.ts'

const linesMax = 300

/** Files that are one idea and still long, and why. */
const longFiles: Readonly<Record<string, string>> = {
  'events/problems.ts': 'the one catalogue of errors: each in three languages',
}

/** Files over 300 lines, and exceptions that are none any more. */
export function wrongLengths({ files }: House, exceptions = longFiles): readonly string[] {
  const long = files.filter(({ lines }) => lines > linesMax)
  return [
    ...long
      .filter(({ path }) => !(path in exceptions))
      .map(({ path, lines }) => `${path}: ${lines} lines, and ${linesMax} are enough`),
    ...Object.keys(exceptions)
      .filter(path => !long.some(file => file.path === path))
      .map(path => `${path}: is not over ${linesMax} lines and needs no exception`),
  ]
}

/** Folders at the top and workspaces without a README. */
export function missingReadmes({ tree, manifests }: House): readonly string[] {
  const topFolders = [...tree.keys()].filter(path => path.includes('/')).map(path => path.split('/')[0] ?? '')
  const folders = new Set([...topFolders, ...manifests.keys()].filter(folder => folder !== ''))
  return ['README.md', ...[...folders].sort().map(folder => `${folder}/README.md`)].filter(path => !tree.has(path))
}
