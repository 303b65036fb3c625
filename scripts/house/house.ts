import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { type Import, importsOf } from './imports.ts'
import { type Manifest, manifestsOf } from './manifest.ts'
import type { SourceTree } from './source-tree.ts'

/** A file of this project, asked for by the name of its package or by a relative path. */
export interface FileTarget {
  readonly kind: 'file'
  readonly path: string
  readonly byName: boolean
}

/** What an import leads to. */
export type Target =
  | FileTarget
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  /** Known at run time only. */
  | { readonly kind: 'computed' }

export interface ResolvedImport extends Omit<Import, 'specifier'> {
  readonly target: Target
}

export interface CodeFile {
  readonly path: string
  /** The folder of its nearest package.json; empty for the root. */
  readonly workspace: string
  readonly lines: number
  readonly imports: readonly ResolvedImport[]
}

/** The project, as the checks see it. */
export interface House {
  readonly tree: SourceTree
  readonly files: readonly CodeFile[]
  readonly manifests: ReadonlyMap<string, Manifest>
}

const code = /\.[cm]?[jt]s$/

/** Parses every file of code and finds out where its imports lead. */
export function houseOf(tree: SourceTree): House {
  const manifests = manifestsOf(tree)
  const folderOf = new Map([...manifests].map(([folder, { name }]) => [name, folder]))
  const files = [...tree]
    .filter(([path]) => code.test(path))
    .map(([path, text]) => ({
      path,
      workspace: workspaceOf(path, manifests),
      lines: text.trimEnd().split('\n').length,
      imports: importsOf(path, text).map(({ specifier, ...rest }) => ({
        ...rest,
        target: targetOf(path, specifier, folderOf),
      })),
    }))
  return { tree, files, manifests }
}

/** Tests, and what exists for them alone: `testing/`, the conformance suite of a port, these checks. */
export function isForTests(path: string): boolean {
  return /\.test\.ts$|(?:^|\/)testing\/|(?:^|\/)conformance\.ts$|^scripts\/house\/|^vitest\.config\.ts$/.test(path)
}

function workspaceOf(path: string, manifests: ReadonlyMap<string, Manifest>): string {
  const folders = [...manifests.keys()].filter(folder => path.startsWith(`${folder}/`))
  return folders.sort((a, b) => b.length - a.length)[0] ?? ''
}

function targetOf(path: string, specifier: string | undefined, folderOf: ReadonlyMap<string, string>): Target {
  if (specifier === undefined) return { kind: 'computed' }
  if (specifier.startsWith('.'))
    return { kind: 'file', path: posix.join(posix.dirname(path), specifier), byName: false }
  if (isBuiltin(specifier)) return { kind: 'builtin', name: specifier }
  const [first = '', second = '', ...rest] = specifier.split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  const folder = folderOf.get(name)
  if (folder === undefined) return { kind: 'package', name }
  return { kind: 'file', path: posix.join(folder, ...rest), byName: true }
}
