import { statfsSync } from 'node:fs'
import { nearestFolder } from '../doctor/data-folder.ts'

const mebibyte = 1024 * 1024

/** Room of a large disk that is for the log: some 4 million events. */
const leftToLogMax = 512 * mebibyte
/** Of a small one a part. */
const leftToLogPart = 0.05
/** A disk is looked at no more often: views grow by some tens of megabytes in that time. */
const lookEveryMs = 1_000

/** A disk, in bytes. */
export interface DiskSpace {
  readonly total: number
  readonly free: number
}

/** What of a disk belongs to the log, so that views, which take ten times as much and can be folded anew, leave it free. */
export function leftToLog({ total }: Pick<DiskSpace, 'total'>): number {
  return Math.min(leftToLogMax, Math.floor(total * leftToLogPart))
}

/** Watches that the views of a data folder leave the last room of their disk to the log: without room nothing is recorded. */
export class LogRoom {
  readonly #look: () => DiskSpace
  readonly #monotonicMs: () => number
  #lookedMs = Number.NEGATIVE_INFINITY
  #lacking: string | undefined

  constructor(look: () => DiskSpace, monotonicMs: () => number = () => performance.now()) {
    this.#look = look
    this.#monotonicMs = monotonicMs
  }

  /** Of the disk on which the views lie. */
  static of(viewsFolder: string): LogRoom {
    return new LogRoom(() => spaceAround(viewsFolder))
  }

  /** Why views may not grow now; `undefined` when they may. */
  get lacking(): string | undefined {
    const nowMs = this.#monotonicMs()
    if (nowMs - this.#lookedMs < lookEveryMs) return this.#lacking
    this.#lookedMs = nowMs
    const space = this.#look()
    const left = leftToLog(space)
    // Without the figure that changes all the time: the same trouble is told once.
    this.#lacking =
      space.free < left
        ? `views stand still to leave the last ${readable(left)} of their disk to the log; make room, and they go on`
        : undefined
    return this.#lacking
  }
}

function spaceAround(viewsFolder: string): DiskSpace {
  const { blocks, bavail, bsize } = statfsSync(nearestFolder(viewsFolder))
  return { total: blocks * bsize, free: bavail * bsize }
}

function readable(bytes: number): string {
  return bytes >= mebibyte ? `${Math.floor(bytes / mebibyte)} MiB` : `${Math.floor(bytes / 1024)} KiB`
}
