import { jsonSchemas } from '@athar/http/openapi/json-schemas.ts'
import { describe, expect, test } from 'vitest'
import { csvForm } from './http/forms.ts'
import { describeReads, reads } from './read-routes.ts'

const { paths, schemas, tags } = describeReads()
const operations = reads.map(({ path, operation }) => [path, operation] as const)

describe('all reads together', () => {
  test('have a path each, and a name each', () => {
    expect(new Set(reads.map(({ path }) => path)).size).toBe(reads.length)
    expect(new Set(reads.map(({ operation }) => operation.operationId)).size).toBe(reads.length)
  })

  test('call one schema one name', () => {
    const named = reads.flatMap(read => Object.entries(read.schemas))
    for (const [name, schema] of named) expect(schemas[name], name).toBe(schema)
  })

  test('have names that stand alone in the description', () => {
    expect(Object.keys(jsonSchemas(schemas)).sort()).toEqual(Object.keys(schemas).sort())
  })

  test('are described at their paths', () => {
    expect(Object.keys(paths)).toEqual(reads.map(({ path }) => path))
  })
})

describe.each(operations)('%s', (path, operation) => {
  test('is under /v1, and says what it belongs to', () => {
    expect(path).toMatch(/^\/v1\//)
    expect(tags.map(({ name }) => name)).toContain(operation.tags[0])
  })

  test('describes what stands in its path, and nothing else', () => {
    const inPath = (operation.parameters ?? []).filter(parameter => parameter.in === 'path').map(({ name }) => name)
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  })

  test('calls parameters as all reads do', () => {
    for (const { name } of operation.parameters ?? []) expect(knownNames).toContain(name)
  })

  test('says in sentences what its parameters are', () => {
    for (const { name, description, in: place } of operation.parameters ?? [])
      if (place === 'query') expect(description, String(name)).toMatch(/^[A-Z`].*[.)]$/s)
  })
})

test('what is not there is told of what a path or a site names, and of nothing else', () => {
  const without404 = operations.filter(([, { responses }]) => responses[404] === undefined).map(([path]) => path)
  expect(without404).toEqual(['/v1/movements', '/v1/sites', '/v1/balance', '/v1/flows'])
})

/** One thing has one name: a new one is thought about here. */
const knownNames = [
  ...['id', 'lot', 'register', 'Accept-Language'],
  ...['minPosition', 'limit', 'cursor', 'from', 'to', 'asOf', 'knownAt', 'by'],
  ...['site', 'carrier', 'organisation', 'wilaya', 'code', 'operation', 'state', 'gap', 'kind', 'name', 'open'],
  ...['direction', 'depth'],
]

describe('a column of CSV', () => {
  const tables = operations.flatMap(([path, { responses }]) => {
    const columns = /: (.+)$/.exec(String(responses[200]?.content?.[csvForm]?.schema.description))?.[1]?.split(',')
    return columns === undefined ? [] : [[path, columns] as const]
  })
  const json = JSON.stringify(jsonSchemas(schemas))

  test.each(tables)('of %s is called as the answer calls it', (_, columns) => {
    expect(new Set(columns).size).toBe(columns.length)
    for (const name of columns.flatMap(column => column.split('.'))) expect(json).toContain(`"${name}"`)
  })
})
