import {
  type Expression,
  type ImportDeclarationSpecifier,
  type ImportOrExportKind,
  parseSync,
  Visitor,
} from 'oxc-parser'

/** One place where a file asks for another. */
export interface Import {
  /** As written. `undefined` when it is only known at run time. */
  readonly specifier: string | undefined
  /** Counted from 1. */
  readonly line: number
  /** Of types only: nothing of it is left at run time. */
  readonly typesOnly: boolean
  /** The address of a file that something else will run: a worker, a process. */
  readonly isAddress: boolean
}

/**
 * Everything a file imports: statements, re-exports, `import()`, `import('…').Type`, `require` and its `resolve`, and the
 * files it hands to a worker as `new URL('./file.ts', import.meta.url)`.
 *
 * @throws when the text is not TypeScript.
 */
export function importsOf(path: string, text: string): readonly Import[] {
  const { program, errors } = parseSync(path, text)
  const [error] = errors
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`)
  const found: Import[] = []
  const add = (start: number, specifier: string | undefined, typesOnly: boolean, isAddress = false): void => {
    found.push({ specifier, line: text.slice(0, start).split('\n').length, typesOnly, isAddress })
  }
  new Visitor({
    ImportDeclaration: ({ start, source, importKind, specifiers }) =>
      add(start, source.value, importKind === 'type' || areAllTypes(specifiers.map(kindOf))),
    ExportNamedDeclaration: ({ start, source, exportKind, specifiers }) => {
      if (source === null) return
      add(start, source.value, exportKind === 'type' || areAllTypes(specifiers.map(each => each.exportKind)))
    },
    ExportAllDeclaration: ({ start, source, exportKind }) => add(start, source.value, exportKind === 'type'),
    ImportExpression: ({ start, source }) => add(start, textOf(source), false),
    TSImportType: ({ start, source }) => add(start, source.value, true),
    CallExpression: ({ start, callee, arguments: [first] }) => {
      if (first === undefined || first.type === 'SpreadElement') return
      if (/^(?:require|require\.resolve|import\.meta\.resolve)$/.test(text.slice(callee.start, callee.end)))
        add(start, textOf(first), false)
    },
    NewExpression: ({ start, callee, arguments: [first, second] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || first === undefined || second === undefined) return
      if (first.type === 'SpreadElement' || text.slice(second.start, second.end) !== 'import.meta.url') return
      add(start, textOf(first), false, true)
    },
  }).visit(program)
  return found
}

/** `import { type A, type B } from …`; but `import {} from …` and `import …` alone run the file. */
function areAllTypes(kinds: readonly (ImportOrExportKind | undefined)[]): boolean {
  return kinds.length > 0 && kinds.every(kind => kind === 'type')
}

function kindOf(specifier: ImportDeclarationSpecifier): ImportOrExportKind | undefined {
  return 'importKind' in specifier ? specifier.importKind : undefined
}

function textOf(expression: Expression): string | undefined {
  return expression.type === 'Literal' && typeof expression.value === 'string' ? expression.value : undefined
}
