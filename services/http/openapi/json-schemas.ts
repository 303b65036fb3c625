import { z } from 'zod'
import { schemaReference } from './responses.ts'

export type JsonSchema = Record<string, unknown>

/** Schemas as JSON Schema 2020-12, by name. Where one holds another of them, it refers to it. */
export function jsonSchemas(named: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', unrepresentable: 'any', uri: schemaReference })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]),
  )
}
