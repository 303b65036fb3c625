import { z } from 'zod'
import type { SourceTree } from './source-tree.ts'

const versions = z.record(z.string(), z.string()).default({})

const manifestSchema = z.object({
  name: z.string(),
  private: z.boolean().optional(),
  type: z.string().optional(),
  license: z.string().optional(),
  version: z.string().optional(),
  allowScripts: z.record(z.string(), z.boolean()).default({}),
  dependencies: versions,
  devDependencies: versions,
})

/** What the checks read of a `package.json`. */
export type Manifest = z.output<typeof manifestSchema>

/** Every `package.json` by its folder; the one of the root is under the empty string. */
export function manifestsOf(tree: SourceTree): ReadonlyMap<string, Manifest> {
  const manifests = new Map<string, Manifest>()
  for (const [path, text] of tree)
    if (path === 'package.json' || path.endsWith('/package.json'))
      manifests.set(path.slice(0, -'/package.json'.length), manifestSchema.parse(JSON.parse(text)))
  return manifests
}
