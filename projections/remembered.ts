/**
 * A function of text that remembers what it answered, up to `max` texts, after which it begins anew. Names of accounts and
 * sums are asked for with every event, of few sites and codes: one that is remembered is the same string each time, whose
 * hash is known and which is found to be equal at a glance.
 */
export function remembered<Value>(answer: (text: string) => Value, max: number): (text: string) => Value {
  const known = new Map<string, Value>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= max) known.clear()
    const answered = answer(text)
    known.set(text, answered)
    return answered
  }
}

/** The same of two texts, up to `max` pairs. */
export function rememberedOfTwo(
  answer: (one: string, other: string) => string,
  max: number,
): (one: string, other: string) => string {
  const known = new Map<string, Map<string, string>>()
  let size = 0
  return (one, other) => {
    const found = known.get(one)?.get(other)
    if (found !== undefined) return found
    if (size >= max) {
      known.clear()
      size = 0
    }
    size++
    const answered = answer(one, other)
    const ofOne = known.get(one)
    if (ofOne === undefined) known.set(one, new Map([[other, answered]]))
    else ofOne.set(other, answered)
    return answered
  }
}
