/**
 * Groups nodes that reach each other: Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), without recursion,
 * because a lineage may be as deep as it has nodes. Follows `next` from `root`. A group comes after every group that it
 * leads to, so the last one is that of the root. A node in no circle is a group of its own.
 */
export function groupsFrom(root: string, next: (node: string) => readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = []
  const found = new Map<string, Visit>()
  const open: Visit[] = [] // visited, and not yet in a group
  const path: Visit[] = []

  function visit(node: string): void {
    const order = found.size
    const visited: Visit = { node, order, lowest: order, next: next(node), at: 0, isOpen: true }
    found.set(node, visited)
    open.push(visited)
    path.push(visited)
  }

  visit(root)
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const following = last.next[last.at++]
    if (following !== undefined) {
      const known = found.get(following)
      if (known === undefined) visit(following)
      else if (known.isOpen) last.lowest = Math.min(last.lowest, known.order)
      continue
    }
    path.pop()
    const before = path.at(-1)
    if (before !== undefined) before.lowest = Math.min(before.lowest, last.lowest)
    if (last.lowest === last.order) groups.push(closeGroup(open, last))
  }
  return groups
}

interface Visit {
  readonly node: string
  readonly order: number
  readonly next: readonly string[]
  /** How many of `next` were looked at. */
  at: number
  /** The earliest visit that is still open and can be reached. */
  lowest: number
  isOpen: boolean
}

function closeGroup(open: Visit[], first: Visit): string[] {
  const group = open.splice(open.lastIndexOf(first))
  for (const visit of group) visit.isOpen = false
  return group.map(({ node }) => node)
}
