/**
 * A JSON value in canonical form (RFC 8785): properties by name, code unit by code unit, no white space, numbers and texts
 * as JavaScript writes them. Properties that are `undefined` are not there.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inCanonicalOrder(value))
}

function inCanonicalOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCanonicalOrder)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value).sort()
  // Own properties of the value that was just asked for their names.
  return Object.fromEntries(names.map(name => [name, inCanonicalOrder((value as Record<string, unknown>)[name])]))
}
