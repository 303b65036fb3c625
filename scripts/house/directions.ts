import { type CodeFile, type FileTarget, type House, isForTests, type ResolvedImport } from './house.ts'

interface Part {
  /** The parts it may import, beside itself. */
  readonly imports: readonly string[]
  /** Whether it may know which adapter runs. */
  readonly knowsAdapters?: true
  /** Computes and does no I/O: these packages and modules of Node, and no others. */
  readonly pure?: { readonly packages: readonly string[]; readonly forTests: readonly string[] }
}

const libraries = ['events', 'projections', 'infra']
const services = [
  'services/ledger',
  'services/http',
  'services/ingest',
  'services/views',
  'services/query',
  'services/web',
]

/** DESIGN §2: `events ← projections ← services`, and `infra` in terms of `events` only. A new service is added here. */
const parts: Readonly<Record<string, Part>> = {
  events: { imports: [], pure: { packages: ['zod'], forTests: ['vitest', 'fast-check', 'node:crypto'] } },
  projections: {
    imports: ['events'],
    pure: { packages: ['node:crypto'], forTests: ['vitest', 'fast-check'] },
  },
  infra: { imports: ['events'] },
  'services/ledger': { imports: ['events', 'infra'] },
  'services/http': { imports: ['events', 'infra', 'services/ledger'] },
  'services/ingest': { imports: ['events', 'infra', 'services/ledger', 'services/http'] },
  'services/views': { imports: ['events', 'projections', 'infra'] },
  'services/query': { imports: ['events', 'projections', 'infra', 'services/http'] },
  'services/web': { imports: ['events', 'projections', 'infra'] },
  'services/athar': { imports: [...libraries, ...services, 'scripts'], knowsAdapters: true },
  scripts: { imports: [...libraries, ...services, 'services/athar'], knowsAdapters: true },
}

/** What ingest may see of the ledger: its gate, what passes through it, and what it answers. The thread behind it is not. */
const doorsOfLedger = [
  'remote/ledger-gate.ts',
  'submission.ts',
  'line.ts',
  'ledger-unavailable.ts',
  'group-measure.ts',
].map(file => `services/ledger/${file}`)

/** Every import that points the wrong way, as `file:line: what is wrong`. */
export function wrongDirections({ files }: House): readonly string[] {
  return files.flatMap(file =>
    file.imports.flatMap(each => {
      const wrong = wrongWith(file, each)
      return wrong === undefined ? [] : [`${file.path}:${each.line}: ${wrong}`]
    }),
  )
}

/** `events`, `infra`, `services/ledger`, …; `undefined` for the files of the root, which see everything. */
function partOf(path: string): string | undefined {
  const [top = '', second = '', ...rest] = path.split('/')
  if (second === '') return undefined
  return top === 'services' && rest.length > 0 ? `${top}/${second}` : top
}

function wrongWith(file: CodeFile, { target, isAddress }: ResolvedImport): string | undefined {
  const name = partOf(file.path)
  if (name === undefined) return undefined
  const part = parts[name]
  if (part === undefined) return `${name} is no part of the house: add it to scripts/house/directions.ts`
  switch (target.kind) {
    case 'computed':
      // The composition root loads its own commands; anywhere else it would be a way around this check.
      return name === 'services/athar' ? undefined : 'imports what is known at run time only'
    case 'builtin':
    case 'package':
      return wrongPackage(file, name, part, target.name)
    case 'file':
      return wrongFile(file, name, part, target.path) ?? (isAddress ? undefined : wrongSpelling(name, target))
  }
}

function wrongPackage(file: CodeFile, name: string, { pure }: Part, imported: string): string | undefined {
  const forTests = isForTests(file.path)
  if (!forTests && ['vitest', 'fast-check'].includes(imported)) return `imports ${imported}, which is for tests`
  if (pure === undefined || pure.packages.includes(imported)) return undefined
  if (forTests && pure.forTests.includes(imported)) return undefined
  return `imports ${imported}, and ${name} is pure`
}

function wrongFile(file: CodeFile, name: string, part: Part, path: string): string | undefined {
  const forTests = isForTests(file.path)
  const imported = partOf(path)
  if (imported === name) return wrongWithin(file.path, path, forTests)
  if (imported === undefined || !part.imports.includes(imported)) return `imports ${path}, and ${name} may not`
  if (!forTests && isForTests(path)) return `imports ${path}, which is for tests`
  if (!forTests && !part.knowsAdapters && adapterOf(path)) return `imports the adapter ${path}: only its port`
  if (name === 'services/ingest' && imported === 'services/ledger' && !forTests && !doorsOfLedger.includes(path))
    return `imports ${path}, and may only use ${doorsOfLedger.join(', ')}`
  return undefined
}

function wrongSpelling(name: string, { path, byName }: FileTarget): string | undefined {
  const own = partOf(path) === name
  if (own && byName) return `imports its own ${path} by the name of the package: relative`
  if (!own && !byName) return `imports ${path} by its path: by the name of its package`
  return undefined
}

function wrongWithin(from: string, path: string, forTests: boolean): string | undefined {
  if (!forTests && isForTests(path)) return `imports ${path}, which is for tests`
  const adapter = adapterOf(path)
  if (!forTests && adapter && !from.startsWith(`${adapter.port}/`)) return `imports the adapter ${path}: only its port`
  return undefined
}

/** `infra/event-log/sqlite/…` is an adapter of the port `infra/event-log`. */
function adapterOf(path: string): { readonly port: string } | undefined {
  const [, port] = /^(infra\/[^/]+)\/(?!testing\/)[^/]+\//.exec(path) ?? []
  return port === undefined ? undefined : { port }
}
