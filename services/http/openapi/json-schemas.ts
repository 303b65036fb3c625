import { z } from 'zod'
import { schemaReference } from './responses.ts'

export type JsonSchema = Record<string, unknown>

/** Schemas as JSON Schema 2020-12, by name. Where one holds another of them, it refers to it. */
export function jsonSchemas(named: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: schemaReference,
    override: ({ jsonSchema }) => {
      for (const part of [jsonSchema, ...(jsonSchema.allOf ?? [])])
        if (part.pattern !== undefined) part.pattern = portable(part.pattern)
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]),
  )
}

/**
 * A pattern as every validator reads it: Unicode properties are for some an error and for others letters (JSON Schema
 * 2020-12 §6.4). Half a surrogate pair and the private planes have no such range; only the ledger finds them.
 */
function portable(pattern: string): string {
  return pattern.replaceAll('\\p{Cc}\\p{Cs}\\p{Co}', '\\x00-\\x1f\\x7f-\\x9f\\ue000-\\uf8ff')
}
