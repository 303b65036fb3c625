import { readableCount } from './readable-count.ts'

/** How far a long command has come. Silent unless a person watches: a log file is no place for a moving line. */
export interface Progress {
  advance(count: number): void
  /** Takes the line away. */
  end(): void
}

export interface ProgressOptions {
  /** What is counted: "events". */
  readonly unit: string
  /** How many there will be, when that is known. */
  readonly total?: number
}

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const drawEveryMs = 100
const eraseLine = '\r\u001b[2K'

/** Draws on a terminal (stderr, so that stdout stays the answer). `monotonicMs` is a clock that never goes back. */
export function makeProgress(
  terminal: Terminal,
  { unit, total }: ProgressOptions,
  monotonicMs: () => number = () => performance.now(),
): Progress {
  if (terminal.isTTY !== true) return { advance() {}, end() {} }
  const startMs = monotonicMs()
  let drawnMs = Number.NEGATIVE_INFINITY
  let done = 0
  return {
    advance(count) {
      done += count
      const nowMs = monotonicMs()
      if (nowMs - drawnMs < drawEveryMs) return
      drawnMs = nowMs
      terminal.write(eraseLine + progressLine(done, total, nowMs - startMs, unit))
    },
    end() {
      terminal.write(eraseLine)
    },
  }
}

function progressLine(done: number, total: number | undefined, elapsedMs: number, unit: string): string {
  const perSecond = elapsedMs > 0 ? (done * 1_000) / elapsedMs : 0
  const rate = `${readableCount(Math.round(perSecond))}/s`
  if (total === undefined || total === 0) return `${readableCount(done)} ${unit}  ${rate}`
  const percent = Math.floor((Math.min(done, total) * 100) / total)
  const leftSeconds = perSecond > 0 ? Math.ceil(Math.max(0, total - done) / perSecond) : undefined
  const left = leftSeconds === undefined ? '' : `  ${leftSeconds} s left`
  return `${percent} %  ${readableCount(done)} of ${readableCount(total)} ${unit}  ${rate}${left}`
}
