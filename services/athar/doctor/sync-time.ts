import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { nearestFolder } from './data-folder.ts'
import { type Finding, ok, warn } from './finding.ts'

const check = 'fsync'
const rounds = 25
const pageBytes = 4_096

/** Every answer to a writer waits for one sync; above this, single events are felt to be slow. */
const slowUs = 20_000
/** No disk is this fast: something in between says "written" before it is. */
const tooFastUs = 15

/** Writes a page and syncs it, some times over, where the log will do the same. */
export function measureSyncUs(folder: string): readonly number[] {
  const file = join(nearestFolder(folder), `.athar-doctor-${process.pid}`)
  const page = new Uint8Array(pageBytes)
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    return Array.from({ length: rounds }, () => {
      writeSync(descriptor, page)
      const startMs = performance.now()
      fsyncSync(descriptor)
      return (performance.now() - startMs) * 1_000
    })
  } finally {
    closeSync(descriptor)
    rmSync(file)
  }
}

export function checkSyncTime(timesUs: readonly number[]): Finding {
  const sorted = timesUs.toSorted((a, b) => a - b)
  const medianUs = sorted[Math.floor(sorted.length / 2)] ?? 0
  const worstUs = sorted.at(-1) ?? 0
  const found = `median ${milliseconds(medianUs)} ms, worst ${milliseconds(worstUs)} ms of ${sorted.length}`
  if (medianUs > slowUs)
    return warn(check, found, 'every answer waits for one: use a local SSD. Batches suffer less than single events')
  if (medianUs < tooFastUs)
    return warn(
      check,
      found,
      'no disk is so fast: its cache may lose what the ledger acknowledged. Check the disk of this (virtual) machine',
    )
  return ok(check, found)
}

function milliseconds(microseconds: number): string {
  return (microseconds / 1_000).toFixed(2)
}
