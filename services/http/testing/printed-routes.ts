const branch = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([^)]+)\))?$/

/** The routes in the tree that fastify prints, as the description writes them: `GET /v1/codes/{list}`; without HEAD. */
export function routesOf(tree: string): readonly string[] {
  const prefixes: string[] = []
  return tree.split('\n').flatMap(line => {
    const [, indent = '', step, methods = ''] = branch.exec(line) ?? []
    if (step === undefined) return []
    const depth = indent.length / 4
    const path = `${depth === 0 ? '' : prefixes[depth - 1]}${step}`
    prefixes[depth] = path
    return methods
      .split(', ')
      .filter(method => method !== '' && method !== 'HEAD')
      .map(method => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  })
}
