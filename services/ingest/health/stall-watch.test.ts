import { beforeEach, describe, expect, test } from 'vitest'
import { StallWatch } from './stall-watch.ts'

describe('a queue', () => {
  let nowMs: number
  let eventsUnderWay: number
  let groupsWritten: number
  let watch: StallWatch

  beforeEach(() => {
    nowMs = 1_000
    eventsUnderWay = 0
    groupsWritten = 0
    watch = new StallWatch(
      () => ({ eventsUnderWay, groupsWritten }),
      () => nowMs,
    )
  })

  function pass(ms: number): void {
    nowMs += ms
    watch.look()
  }

  test('that is empty moves', () => {
    pass(60_000)
    expect(watch.stalledMs).toBe(0)
  })

  test('that was empty for long and has just got its first event moves', () => {
    pass(60_000)
    eventsUnderWay = 1
    expect(watch.stalledMs).toBe(0)
  })

  test('that is never empty moves while groups are written', () => {
    eventsUnderWay = 10
    for (let look = 0; look < 10; look++) {
      groupsWritten++
      pass(5_000)
    }
    expect(watch.stalledMs).toBe(0)
  })

  test('of which nothing is written stands still, from the last time it moved', () => {
    eventsUnderWay = 10
    watch.look()
    pass(7_000)
    pass(5_000)
    expect(watch.stalledMs).toBe(12_000)
    groupsWritten++
    expect(watch.stalledMs).toBe(0)
  })
})
