import { describe, expect, test } from 'vitest'
import { type DiskSpace, LogRoom, leftToLog } from './log-room.ts'

const gibibyte = 1024 ** 3

describe('the room that views leave to the log', () => {
  test.each([
    ['of a large disk 512 MiB', 1_000 * gibibyte, 512 * 1024 ** 2],
    ['of a small one a twentieth', gibibyte, Math.floor(gibibyte / 20)],
  ])('is %s', (_, total, left) => {
    expect(leftToLog({ total })).toBe(left)
  })

  test('is lacking as long as less is free, and looked at once a second', () => {
    const disk = { total: 100 * gibibyte, free: gibibyte }
    let nowMs = 0
    let looks = 0
    const look = (): DiskSpace => {
      looks++
      return { ...disk }
    }
    const room = new LogRoom(look, () => nowMs)
    expect(room.lacking).toBeUndefined()
    disk.free = 511 * 1024 ** 2
    nowMs = 999
    expect(room.lacking).toBeUndefined()
    expect(looks).toBe(1)
    nowMs = 1_000
    const told = room.lacking
    expect(told).toContain('512 MiB')
    disk.free -= 4_096
    nowMs = 2_000
    expect(room.lacking).toBe(told) // the same trouble, told once
    disk.free = gibibyte
    nowMs = 3_000
    expect(room.lacking).toBeUndefined()
  })

  test('of a disk that is not there yet is that of the folder above', () => {
    expect(LogRoom.of(`${import.meta.dirname}/nowhere/views`).lacking).toBeUndefined()
  })
})
