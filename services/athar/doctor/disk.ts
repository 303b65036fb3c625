import { statfsSync } from 'node:fs'
import { nearestFolder } from './data-folder.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const mebibyte = 1024 * 1024
const gibibyte = 1024 * mebibyte

/** SQLite, and whoever has to act, need room to act in. */
const freeBytesMin = 256 * mebibyte
/** A year of the whole country: 8 million events, of 0.14 KB in the log and 2 KB in the views. */
const freeBytesAdvised = 20 * gibibyte

/** `f_type` of statfs(2), of file systems that a log should not lie on. */
const unfitFileSystems: ReadonlyMap<number, readonly [string, string]> = new Map([
  [0x01021994, ['tmpfs', 'it is memory: everything is gone when the machine stops. Use a folder on a disk']],
  [0x6969, ['NFS', 'SQLite needs locks and syncs that network shares do not keep. Use a local disk']],
  [0xff534d42, ['SMB', 'SQLite needs locks and syncs that network shares do not keep. Use a local disk']],
  [0xfe534d42, ['SMB', 'SQLite needs locks and syncs that network shares do not keep. Use a local disk']],
])

/** Room and kind of the disk under the data folder, which need not be there yet. */
export function checkDisk(folder: string): readonly Finding[] {
  const disk = statfsSync(nearestFolder(folder))
  const unfit = unfitFileSystems.get(disk.type)
  return [
    checkFreeSpace(disk.bavail * disk.bsize),
    ...(unfit === undefined ? [] : [warn('file system', unfit[0], unfit[1])]),
  ]
}

export function checkFreeSpace(freeBytes: number): Finding {
  const found =
    freeBytes >= gibibyte
      ? `${(freeBytes / gibibyte).toFixed(1)} GiB free`
      : `${Math.floor(freeBytes / mebibyte)} MiB free`
  if (freeBytes < freeBytesMin) return fail('disk space', found, 'make room now: a full disk stops the ledger')
  if (freeBytes < freeBytesAdvised)
    return warn('disk space', found, 'a year of events and their views takes about 20 GiB: make room in time')
  return ok('disk space', found)
}
