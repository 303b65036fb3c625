import { statSync } from 'node:fs'

const lookEveryMs = 1_000

/**
 * Looks once a second whether the file that a running ledger writes is still the one of that name. Removed or replaced, it
 * takes what is written all the same, and nobody would find that again. `onGone` is told once.
 */
export class LogFileWatch {
  readonly #timer: NodeJS.Timeout

  constructor(file: string, onGone: (message: string) => void) {
    const opened = identityOf(file)
    this.#timer = setInterval(() => {
      const found = identityOf(file)
      if (opened === 'unknown' || found === 'unknown' || found === opened) return
      this.stop()
      const what = found === 'none' ? 'has been moved or removed' : 'has been replaced by another file'
      onGone(
        `${file} ${what} while the ledger was writing to it. Put it back, or restore a backup, before the next start`,
      )
    }, lookEveryMs)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/** What tells a file from others, whatever its name; `none` when there is none, `unknown` when the system does not say. */
function identityOf(file: string): string {
  try {
    const { dev, ino } = statSync(file, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return isGone ? 'none' : 'unknown'
  }
}
