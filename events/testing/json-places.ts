/** Places in parsed JSON, for tests that change an event at one of them. */

export interface Place {
  readonly holder: object
  readonly key: string
  readonly value: unknown
}

/** Every place below a value, with the object or list that holds it. */
export function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [{ holder: value, key, value: one }, ...placesIn(one)])
}

export function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Sets an own property the way `JSON.parse` does, `__proto__` included. */
export function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}
