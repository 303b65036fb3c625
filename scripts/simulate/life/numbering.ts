import { dayNumberOf, dayOf } from '../algiers-time.ts'

/** The references of movements, lots, treatments, and permits granted anew: numbered through each year, `MV-2026-000123`. */
export class Numbering {
  readonly #counts = new Map<string, number>()
  #dayNumber = Number.NaN
  #year = ''

  next(prefix: 'MV' | 'L' | 'T' | 'P', timeMs: number): string {
    const key = `${prefix}-${this.#yearOf(timeMs)}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return `${key}-${String(count).padStart(6, '0')}`
  }

  #yearOf(timeMs: number): string {
    const dayNumber = dayNumberOf(timeMs)
    if (dayNumber !== this.#dayNumber) {
      this.#dayNumber = dayNumber
      this.#year = dayOf(timeMs).slice(0, 4)
    }
    return this.#year
  }
}
