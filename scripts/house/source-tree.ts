import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Text files by their path from the root of the project, with `/` between folders. */
export type SourceTree = ReadonlyMap<string, string>

const read = /\.(?:[cm]?[jt]s|json|md)$/

/** Reads what the checks look at: code, manifests, READMEs. Leaves out hidden folders and what `.gitignore` names. */
export function readSourceTree(root: string): SourceTree {
  const ignored = ignoredFolders(root)
  const tree = new Map<string, string>()
  const enter = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name)) enter(path)
      if (entry.isFile() && read.test(entry.name)) tree.set(path, readFileSync(join(root, path), 'utf8'))
    }
  }
  enter('')
  return tree
}

function ignoredFolders(root: string): ReadonlySet<string> {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
  return new Set(lines.filter(line => /^[^*!/#]+\/$/.test(line)).map(line => line.slice(0, -1)))
}
