import type { ViewStore } from '@athar/infra/view-store/port.ts'

/** Everything that is in a store, a line each. */
export async function contentsOf(store: ViewStore): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const { kind, name, value } of store.contents()) lines.push(`${kind} ${name} ${value}`)
  return lines
}
