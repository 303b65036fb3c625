import type { House } from './house.ts'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Folders that import each other in a circle, as `a → b → a`: `events`, `infra/event-log`, `services/ledger`, `scripts/simulate`. */
export function folderCycles({ files }: House): readonly string[] {
  const graph = new Map<string, Set<string>>()
  for (const file of files)
    for (const { target } of file.imports) {
      if (target.kind !== 'file') continue
      const [from, to] = [folderOf(file.path), folderOf(target.path)]
      if (from !== undefined && to !== undefined && from !== to) edges(graph, from).add(to)
    }
  return cyclesOf(graph)
}

/** Files that need each other at run time in a circle: which of them runs first depends on who asks. */
export function fileCycles({ files }: House): readonly string[] {
  const graph = new Map<string, Set<string>>()
  for (const file of files)
    for (const { target, typesOnly } of file.imports)
      if (target.kind === 'file' && !typesOnly) edges(graph, file.path).add(target.path)
  return cyclesOf(graph)
}

function folderOf(path: string): string | undefined {
  const [top = '', second = '', ...rest] = path.split('/')
  if (second === '') return undefined
  return rest.length > 0 && !['events', 'projections'].includes(top) ? `${top}/${second}` : top
}

function edges(graph: Map<string, Set<string>>, from: string): Set<string> {
  const known = graph.get(from) ?? new Set<string>()
  graph.set(from, known)
  return known
}

/** One cycle for each edge that closes one, found by walking depth first. */
function cyclesOf(graph: Graph): readonly string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) {
      cycles.push([...way.slice(way.indexOf(node)), node].join(' → '))
      return
    }
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) walk(next, [...way, node])
    done.add(node)
  }
  for (const node of graph.keys()) walk(node, [])
  return cycles
}
