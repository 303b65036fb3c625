import { dayMs, dayNumberOf, dayStartMs, hourMs } from '../algiers-time.ts'
import type { Random } from '../random.ts'
import type { BeginningDue } from './action.ts'
import type { Life } from './life.ts'
import { newLoad } from './load.ts'

/** How busy each hour of the day is, from midnight. */
const busyness = [2, 1, 1, 1, 2, 5, 9, 12, 14, 14, 13, 11, 8, 8, 9, 9, 7, 5, 4, 3, 3, 3, 3, 3]
const busynessTotal = busyness.reduce((sum, hour) => sum + hour, 0)

/** How busy each day is, from Sunday; the week rests on Friday and, in part, on Saturday. The mean is 1. */
const dailyShares = [1.16, 1.16, 1.16, 1.16, 1.16, 0.4, 0.8]

/** 1970-01-01 was a Thursday. */
const firstWeekday = 4

/** Plants go on for so long after the last movement has begun: every load is in by then, and treated. */
const afterlifeMs = 12 * dayMs

/** When movements begin: by day, by hour, and a little by chance. */
export class DayRhythm {
  readonly #perDay: number
  readonly #startMs: number
  #dayNumber: number
  /** How much of the day's movements have begun. */
  #share = 0

  constructor(perDay: number, startMs: number) {
    this.#perDay = perDay
    this.#startMs = startMs
    this.#dayNumber = dayNumberOf(startMs)
  }

  /** The next beginning, never before the start. */
  nextMs(random: Random): number {
    for (;;) {
      const daily = dailyShares[(this.#dayNumber + firstWeekday) % 7] ?? 1
      this.#share += (2 * random.share()) / (this.#perDay * daily)
      while (this.#share >= 1) {
        this.#share -= 1
        this.#dayNumber++
      }
      const timeMs = dayStartMs(this.#dayNumber) + timeOfDay(this.#share)
      if (timeMs >= this.#startMs) return timeMs
    }
  }
}

/** The time of day at which a share of the day's movements has begun, in milliseconds. */
function timeOfDay(share: number): number {
  let rest = share * busynessTotal
  for (const [hour, weight] of busyness.entries()) {
    if (rest < weight) return Math.floor((hour + rest / weight) * hourMs)
    rest -= weight
  }
  return dayMs - 1
}

/** A movement begins, and the next one is due. After the last one the world comes to rest. */
export function begin(life: Life, rhythm: DayRhythm, due: BeginningDue, nowMs: number): void {
  if (life.movementsLeft <= 0) {
    life.closesAtMs = nowMs + afterlifeMs
    return
  }
  life.movementsLeft--
  life.actions.put(nowMs, newLoad(life, nowMs))
  life.actions.put(rhythm.nextMs(life.random), due)
}
