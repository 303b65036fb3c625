import { type House, isForTests } from './house.ts'
import type { Manifest } from './manifest.ts'

/** An exact version. The workspaces of the house are always those beside it. */
const pinned = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** What the manifests say otherwise than the code: imported and not listed, listed and not imported, not pinned, unexplained. */
export function wrongDependencies(house: House): readonly string[] {
  const root = house.manifests.get('')
  return [...house.manifests].flatMap(([folder, manifest]) => [
    ...wrongVersions(folder, manifest, house),
    ...wrongIdentity(folder, manifest, root),
    ...unexplained(folder, manifest, house),
    // The root's are tools, which scripts call and nobody imports.
    ...(folder === '' ? [] : [...missing(folder, manifest, house), ...unused(folder, manifest, house)]),
  ])
}

function wrongIdentity(folder: string, manifest: Manifest, root: Manifest | undefined): readonly string[] {
  const name = folder === '' ? 'athar' : `@athar/${folder.split('/').at(-1)}`
  const expected = { name, private: true, type: 'module', license: root?.license, version: root?.version }
  return Object.entries(expected)
    .filter(([field, value]) => manifest[field as keyof typeof expected] !== value) // Object.entries forgets the keys
    .map(([field, value]) => `${at(folder)}: ${field} is not ${JSON.stringify(value)}`)
}

function wrongVersions(folder: string, manifest: Manifest, { manifests }: House): readonly string[] {
  const names = new Set([...manifests.values()].map(({ name }) => name))
  return listed(manifest).flatMap(([name, version]) => {
    if (names.has(name)) return version === '*' ? [] : [`${at(folder)}: ${name} is of this house: "*"`]
    if (!pinned.test(version)) return [`${at(folder)}: ${name} is "${version}": pin one exact version`]
    const other = [...manifests].find(([, each]) => listed(each).some(([n, v]) => n === name && v !== version))
    return other === undefined ? [] : [`${at(folder)}: ${name} is ${version}, and another in ${at(other[0])}`]
  })
}

function missing(folder: string, manifest: Manifest, house: House): readonly string[] {
  const tools = Object.keys(house.manifests.get('')?.devDependencies ?? {})
  const forTests = [...Object.keys(manifest.devDependencies), ...tools]
  return [...importsOfWorkspace(folder, house)].flatMap(([name, { inProduction }]) => {
    if (name in manifest.dependencies || (!inProduction && forTests.includes(name))) return []
    return [`${at(folder)}: ${name} is imported and not in its ${inProduction ? 'dependencies' : 'devDependencies'}`]
  })
}

function unused(folder: string, manifest: Manifest, house: House): readonly string[] {
  const imported = importsOfWorkspace(folder, house)
  return [
    ...Object.keys(manifest.dependencies).filter(name => imported.get(name)?.inProduction !== true),
    ...Object.keys(manifest.devDependencies).filter(name => !imported.has(name)),
  ].map(name => `${at(folder)}: ${name} is listed, and nothing imports it`)
}

/** Every dependency has a line in the README beside its manifest, with its name in backticks. */
function unexplained(folder: string, manifest: Manifest, { tree, manifests }: House): readonly string[] {
  const own = new Set([...manifests.values()].map(({ name }) => name))
  const readme = tree.get(folder === '' ? 'README.md' : `${folder}/README.md`) ?? ''
  return listed(manifest)
    .filter(([name]) => !own.has(name) && !readme.includes(`\`${name}\``))
    .map(([name]) => `${folder === '' ? '' : `${folder}/`}README.md: does not say why \`${name}\``)
}

/** The packages, and workspaces by their package name, that a workspace imports. */
function importsOfWorkspace(folder: string, house: House): ReadonlyMap<string, { readonly inProduction: boolean }> {
  const imported = new Map<string, { readonly inProduction: boolean }>()
  for (const file of house.files.filter(({ workspace }) => workspace === folder))
    for (const { target } of file.imports) {
      const name = packageNameOf(target, house)
      if (name === undefined || name === house.manifests.get(folder)?.name) continue
      imported.set(name, { inProduction: imported.get(name)?.inProduction === true || !isForTests(file.path) })
    }
  return imported
}

function packageNameOf(target: House['files'][number]['imports'][number]['target'], house: House): string | undefined {
  if (target.kind === 'package') return target.name
  if (target.kind !== 'file' || !target.byName) return undefined
  const folder = [...house.manifests.keys()].find(each => each !== '' && target.path.startsWith(`${each}/`))
  return folder === undefined ? undefined : house.manifests.get(folder)?.name
}

function listed({ dependencies, devDependencies }: Manifest): readonly (readonly [string, string])[] {
  return [...Object.entries(dependencies), ...Object.entries(devDependencies)]
}

function at(folder: string): string {
  return folder === '' ? 'package.json' : `${folder}/package.json`
}
