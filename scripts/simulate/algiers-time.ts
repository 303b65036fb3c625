import { algiersOffset, algiersOffsetMs } from '@athar/events/algiers-day.ts'

export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

/** Days since 1970-01-01 in Algeria. */
export function dayNumberOf(timeMs: number): number {
  return Math.floor((timeMs + algiersOffsetMs) / dayMs)
}

/** The midnight at which a day of Algeria begins. */
export function dayStartMs(dayNumber: number): number {
  return dayNumber * dayMs - algiersOffsetMs
}

/** The calendar day in Algeria, `YYYY-MM-DD`. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs + algiersOffsetMs).toISOString().slice(0, 10)
}

/** Writes times as Algerian clocks show them. Keeps the last few days as text: a `Date` for each event is too slow. */
export class AlgiersClock {
  readonly #days = new Map<number, string>()

  /** `2026-11-22T07:41:00+01:00`, to the second. */
  timeOf(timeMs: number): string {
    const dayNumber = dayNumberOf(timeMs)
    const second = Math.floor((timeMs - dayStartMs(dayNumber)) / secondMs)
    const hour = twoDigits[Math.floor(second / 3600)]
    const minute = twoDigits[Math.floor(second / 60) % 60]
    return `${this.#dayText(dayNumber)}T${hour}:${minute}:${twoDigits[second % 60]}${algiersOffset}`
  }

  #dayText(dayNumber: number): string {
    let text = this.#days.get(dayNumber)
    if (text === undefined) {
      text = dayOf(dayStartMs(dayNumber))
      if (this.#days.size > 100) this.#days.clear()
      this.#days.set(dayNumber, text)
    }
    return text
  }
}
