import { spawnSync } from 'node:child_process'
import { appendFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/** Mounts a disk of a few megabytes, for as long as the test runs. */
export async function smallDisk(bytes: number): Promise<string> {
  const folder = await temporaryFolder()
  const mounted = mount(folder, bytes)
  if (mounted.status !== 0) throw new Error(String(mounted.stderr))
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  return folder
}

const ballast = 'ballast'

/** Fills the disk but for so many bytes. */
export async function leaveRoom(disk: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk)
  await appendFile(join(disk, ballast), Buffer.alloc(Math.max(0, bavail * bsize - bytes))).catch(error => {
    if (error.code !== 'ENOSPC') throw error // a ledger has taken the room meanwhile: it is full all the same
  })
}

/** From now on nobody may write to the disk. */
export function makeReadOnly(disk: string): void {
  const mounted = spawnSync('mount', ['-o', 'remount,ro', disk])
  if (mounted.status !== 0) throw new Error(String(mounted.stderr))
}

/** Takes away what filled the disk. */
export function makeRoom(disk: string): Promise<void> {
  return rm(join(disk, ballast))
}

/** Why no small disk can be had here. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'it takes a tmpfs of Linux'
  if (process.getuid?.() !== 0) return 'to mount a small disk takes root'
  // Also root may be forbidden to mount, in a container: tried on a folder that is always there and never read through here.
  const tried = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'])
  return tried.status === 0 ? undefined : `no disk may be mounted here: ${String(tried.stderr ?? tried.error).trim()}`
}

function mount(folder: string, bytes: number) {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder])
}
