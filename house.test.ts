import { describe, expect, test } from 'vitest'
import { fileCycles, folderCycles } from './scripts/house/cycles.ts'
import { wrongDependencies } from './scripts/house/dependencies.ts'
import { wrongDirections } from './scripts/house/directions.ts'
import { missingReadmes, wrongLengths } from './scripts/house/folders.ts'
import { houseOf } from './scripts/house/house.ts'
import { wrongInLockfile } from './scripts/house/lockfile.ts'
import { readSourceTree, type SourceTree } from './scripts/house/source-tree.ts'

describe('this house', () => {
  const house = houseOf(readSourceTree(import.meta.dirname))

  test('is seen whole', () => {
    const seen = new Set(house.files.map(({ path }) => path.split('/')[0]))
    expect(seen).toContain('house.test.ts')
    for (const folder of ['events', 'infra', 'services', 'scripts']) expect(seen).toContain(folder)
    expect(house.files.flatMap(({ imports }) => imports).length).toBeGreaterThan(500)
  })

  test('imports in one direction', () => expect(wrongDirections(house)).toEqual([]))

  test('has no folders that import each other in a circle', () => expect(folderCycles(house)).toEqual([]))

  test('has no files that need each other in a circle', () => expect(fileCycles(house)).toEqual([]))

  test('lists what it imports, pinned and explained', () => expect(wrongDependencies(house)).toEqual([]))

  test('can be installed from any registry, without anything deprecated', () => {
    expect(wrongInLockfile(house)).toEqual([])
  })

  test('has short files', () => expect(wrongLengths(house)).toEqual([]))

  test('has a README in every folder at the top and every workspace', () => expect(missingReadmes(house)).toEqual([]))
})

describe('an import is caught when', () => {
  test.each<[why: string, file: string, text: string, finding: string]>([
    ['the vocabulary asks the infrastructure', 'events/a.ts', "import '@athar/infra/log/port.ts'", 'events may not'],
    ['the vocabulary asks a projection', 'events/a.ts', "import '@athar/projections/a.ts'", 'events may not'],
    ['the vocabulary reads a file', 'events/a.ts', "import { readFileSync } from 'node:fs'", 'events is pure'],
    ['the vocabulary hashes', 'events/a.ts', "import 'node:crypto'", 'events is pure'],
    ['a test of the vocabulary reads a file', 'events/a.test.ts', "import 'node:fs'", 'events is pure'],
    ['the vocabulary takes another library', 'events/a.ts', "import fastify from 'fastify'", 'events is pure'],
    ['the vocabulary runs test code', 'events/a.ts', "import './testing/given.ts'", 'for tests'],
    ['a projection asks a service', 'projections/a.ts', "import '@athar/ledger/ledger.ts'", 'projections may not'],
    ['a projection asks the infrastructure', 'projections/a.ts', "import '@athar/infra/log/port.ts'", 'may not'],
    ['a projection opens a socket', 'projections/a.ts', "import 'node:net'", 'projections is pure'],
    ['the infrastructure asks a projection', 'infra/log/a.ts', "import '@athar/projections/a.ts'", 'infra may not'],
    ['the infrastructure asks a service', 'infra/log/a.ts', "import '@athar/ledger/ledger.ts'", 'infra may not'],
    ['a port asks another’s adapter', 'infra/keys/a.ts', "import '../log/sqlite/a.ts'", 'the adapter'],
    ['the ledger knows its adapter', 'services/ledger/a.ts', "import '@athar/infra/log/sqlite/a.ts'", 'the adapter'],
    ['the ledger asks ingest', 'services/ledger/a.ts', "import '@athar/ingest/server.ts'", 'services/ledger may not'],
    ['ingest goes behind the gate', 'services/ingest/a.ts', "import '@athar/ledger/remote/serve.ts'", 'may only use'],
    ['ingest asks query', 'services/ingest/a.ts', "import '@athar/query/a.ts'", 'services/ingest may not'],
    ['query asks the ledger', 'services/query/a.ts', "import '@athar/ledger/ledger.ts'", 'services/query may not'],
    ['web asks ingest', 'services/web/a.ts', "import '@athar/ingest/server.ts'", 'services/web may not'],
    ['a service asks for the root', 'services/ingest/a.ts', "import '@athar/athar/settings.ts'", 'may not'],
    ['a test of a service asks for the root', 'services/ingest/a.test.ts', "import '@athar/athar/a.ts'", 'may not'],
    ['a service asks a script', 'services/ledger/a.ts', "import '@athar/scripts/a.ts'", 'services/ledger may not'],
    [
      'a workspace is entered through the window',
      'services/ledger/a.ts',
      "import '../../events/mass.ts'",
      'by its path',
    ],
    ['a workspace calls itself by its name', 'events/a.ts', "import '@athar/events/mass.ts'", 'relative'],
    ['production runs a test library', 'scripts/a.ts', "import fc from 'fast-check'", 'for tests'],
    ['a folder is no part of the house', 'utils/a.ts', "import 'zod'", 'no part of the house'],
    ['a service is no part of the house', 'services/extra/a.ts', "import 'zod'", 'no part of the house'],
  ])('%s', (_why, file, text, finding) => {
    const findings = wrongDirections(houseOf(village({ [file]: `\n${text}\n` })))
    expect(findings).toEqual([expect.stringContaining(finding)])
    expect(findings).toEqual([expect.stringMatching(new RegExp(`^${file}:2: `))])
  })

  test.each([
    ['for its types only', "import type { Ledger } from '@athar/ledger/ledger.ts'"],
    ['as a type in passing', "export let ledger: import('@athar/ledger/ledger.ts').Ledger"],
    ['to hand it on', "export * from '@athar/ledger/ledger.ts'"],
    ['to hand one name on', "export { Ledger } from '@athar/ledger/ledger.ts'"],
    ['later', "const { Ledger } = await import('@athar/ledger/ledger.ts')"],
    ['by a computed name', "const { Ledger } = await import('@athar/' + name)"],
    ['in the old way', "const { Ledger } = require('@athar/ledger/ledger.ts')"],
    ['as a worker', "new Worker(new URL('../services/ledger/ledger.ts', import.meta.url))"],
    ['by its address', "const file = import.meta.resolve('@athar/ledger/ledger.ts')"],
  ])('it is made %s', (_how, text) => {
    expect(wrongDirections(houseOf(village({ 'events/a.ts': text })))).toHaveLength(1)
  })
})

test('an import is allowed in the directions of the design', () => {
  const house = houseOf(
    village({
      'events/a.ts': "import { z } from 'zod'\nimport './movement/a.ts'",
      'events/a.test.ts': "import { test } from 'vitest'\nimport fc from 'fast-check'\nimport './testing/given.ts'",
      'projections/a.ts': "import '@athar/events/mass.ts'",
      'infra/log/port.ts': "import type { Position } from '@athar/events/envelope.ts'",
      'infra/log/sqlite/a.ts': "import '../port.ts'\nimport 'node:sqlite'",
      'infra/log/conformance.ts': "import { test } from 'vitest'",
      'services/ledger/a.ts': "import '@athar/infra/log/port.ts'\nimport './remote/a.ts'",
      'services/ledger/a.test.ts': "import '@athar/infra/log/sqlite/a.ts'",
      'services/ingest/a.ts': "import '@athar/ledger/remote/ledger-gate.ts'\nimport fastify from 'fastify'",
      'services/query/a.ts': "import '@athar/projections/a.ts'",
      'services/athar/a.ts': "import '@athar/infra/log/sqlite/a.ts'\nawait import(command)",
      'services/athar/b.ts': "import '@athar/scripts/simulate/a.ts'",
      'scripts/bench/a.ts': "import '@athar/athar/a.ts'\nnew URL('../../services/athar/b.ts', import.meta.url)",
      'house.test.ts': "import './scripts/house/house.ts'",
    }),
  )
  expect(wrongDirections(house)).toEqual([])
})

describe('a circle is caught', () => {
  test('between folders, though no file is in one, and for types only', () => {
    const house = houseOf(
      village({
        'services/ledger/a.ts': "import type { B } from '@athar/ingest/b.ts'",
        'services/ingest/c.ts': "import type { D } from '@athar/ledger/d.ts'",
      }),
    )
    expect(folderCycles(house)).toEqual(['services/ledger → services/ingest → services/ledger'])
    expect(fileCycles(house)).toEqual([])
  })

  test('between files that run each other', () => {
    const house = houseOf(
      village({ 'events/a.ts': "import './b.ts'", 'events/b.ts': "import './c.ts'", 'events/c.ts': "import './a.ts'" }),
    )
    expect(fileCycles(house)).toEqual(['events/a.ts → events/b.ts → events/c.ts → events/a.ts'])
  })

  test('but not between files that know each other’s types', () => {
    const a = "import { type B } from './b.ts'"
    expect(fileCycles(houseOf(village({ 'events/a.ts': a, 'events/b.ts': "import './a.ts'" })))).toEqual([])
  })
})

describe('a dependency is caught when it is', () => {
  const explained = 'Dependencies: `zod`'

  test.each([
    ['not listed', {}, "import { z } from 'zod'", explained, 'zod is imported and not in its dependencies'],
    ['not used', { zod: '4.6.7' }, '', explained, 'zod is listed, and nothing imports it'],
    ['not pinned', { zod: '^4.6.7' }, "import 'zod'", explained, 'pin one exact version'],
    ['not explained', { zod: '4.6.7' }, "import 'zod'", '', 'does not say why `zod`'],
    ['another version elsewhere', { zod: '4.0.0' }, "import 'zod'", explained, 'and another in events/package.json'],
    ['a workspace, not listed', {}, "import '@athar/events/mass.ts'", explained, '@athar/events is imported'],
    ['a tool, used in production', {}, "import { test } from 'vitest'", explained, 'vitest is imported'],
  ])('%s', (_why, dependencies, text, readme, finding) => {
    const house = houseOf(
      village({
        'scripts/a.ts': text,
        'scripts/README.md': readme,
        'scripts/package.json': manifest('@athar/scripts', dependencies),
      }),
    )
    expect(wrongDependencies(house)).toContainEqual(expect.stringContaining(finding))
  })

  test('nothing of all that', () => expect(wrongDependencies(houseOf(village({})))).toEqual([]))
})

test('a package of another name is caught', () => {
  const house = houseOf(village({ 'scripts/package.json': manifest('@athar/tools', {}) }))
  expect(wrongDependencies(house)).toEqual(['scripts/package.json: name is not "@athar/scripts"'])
})

test('a lockfile with an address, a deprecated package, no hash or an unknown script is caught', () => {
  const packages = {
    '': {},
    events: {},
    'node_modules/a': { resolved: 'https://registry.example/a.tgz', integrity: 'sha512-x' },
    'node_modules/b': { deprecated: 'use c', integrity: 'sha512-x' },
    'node_modules/c': {},
    'node_modules/a/node_modules/@d/d': { hasInstallScript: true, integrity: 'sha512-x' },
    'node_modules/e': { hasInstallScript: true, integrity: 'sha512-x' },
    'node_modules/@athar/events': { resolved: 'events', link: true },
  }
  const root = JSON.stringify({ name: 'athar', allowScripts: { e: false } })
  const house = houseOf(village({ 'package.json': root, 'package-lock.json': JSON.stringify({ packages }) }))
  expect(wrongInLockfile(house)).toEqual([
    'node_modules/a: names the registry it came from',
    'node_modules/b: is deprecated: use c',
    'node_modules/c: has no hash',
    'node_modules/a/node_modules/@d/d: runs a script at install, and allowScripts does not say whether it may',
  ])
})

test('a long file, a needless exception and a folder without a README are caught', () => {
  const house = houseOf(village({ 'events/long.ts': '\n'.repeat(300).concat('export {}'), 'reports/a.ts': '' }))
  expect(wrongLengths(house, {})).toEqual([expect.stringContaining('events/long.ts: 301 lines')])
  expect(wrongLengths(house, { 'events/long.ts': 'one table', 'events/short.ts': 'was long' })).toEqual([
    expect.stringContaining('events/short.ts: is not over'),
  ])
  expect(missingReadmes(house)).toEqual(['reports/README.md'])
})

const services = ['services/ledger', 'services/ingest', 'services/query', 'services/web', 'services/athar']

/** A small project with nothing wrong in it, and some files of the test. */
function village(files: Readonly<Record<string, string>>): SourceTree {
  const workspaces = ['events', 'projections', 'infra', ...services, 'scripts']
  return new Map([
    ['package.json', JSON.stringify({ ...JSON.parse(manifest('athar', {})), devDependencies: { vitest: '5.1.1' } })],
    ['README.md', 'Tools: `vitest`'],
    ['services/README.md', ''],
    ...workspaces.flatMap((folder): [string, string][] => [
      [`${folder}/package.json`, manifest(`@athar/${folder.split('/').at(-1)}`, {})],
      [`${folder}/README.md`, ''],
    ]),
    ['events/package.json', manifest('@athar/events', { zod: '4.6.7' })],
    ['events/README.md', '`zod` says what a payload is'],
    ['events/mass.ts', "import { z } from 'zod'"],
    ...Object.entries(files),
  ])
}

function manifest(name: string, dependencies: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name, version: '0.1.0', license: 'UNLICENSED', private: true, type: 'module', dependencies })
}
