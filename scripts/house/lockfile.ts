import { z } from 'zod'
import type { House } from './house.ts'

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      deprecated: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
})

/**
 * What may not be in `package-lock.json`: a registry's address, which is not the same everywhere; what its author has given
 * up; what has no hash; what runs a script at install, unless `allowScripts` in the manifest says whether it may.
 */
export function wrongInLockfile({ tree, manifests }: House): readonly string[] {
  const { packages } = lockfileSchema.parse(JSON.parse(tree.get('package-lock.json') ?? ''))
  const decided = manifests.get('')?.allowScripts ?? {}
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .flatMap(([path, { resolved, deprecated, integrity, hasInstallScript }]) => {
      const undecided = hasInstallScript === true && !(path.replace(/^.*node_modules\//, '') in decided)
      return [
        ...(resolved === undefined ? [] : [`${path}: names the registry it came from`]),
        ...(deprecated === undefined ? [] : [`${path}: is deprecated: ${deprecated}`]),
        ...(integrity === undefined ? [`${path}: has no hash`] : []),
        ...(undecided ? [`${path}: runs a script at install, and allowScripts does not say whether it may`] : []),
      ]
    })
}
