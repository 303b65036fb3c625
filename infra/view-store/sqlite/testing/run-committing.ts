import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CommittingReport } from './committing-process.ts'

const program = join(import.meta.dirname, 'committing-process.ts')
const endsWithinMs = 60_000

export interface CommittingRun {
  readonly view: string
  readonly steps: number
  readonly eventsPerStep: number
  readonly ending: 'close' | 'vanish'
  /** The program and arguments behind which it runs. */
  readonly under?: readonly string[]
  /** Called for each report as it comes. */
  readonly onReport?: (report: CommittingReport, process: ChildProcess) => void
}

export interface CommittingEnd {
  readonly reports: readonly CommittingReport[]
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** What it wrote to its standard error. */
  readonly complained: string
}

/** Runs `committing-process.ts` to its end. */
export async function runCommitting(run: CommittingRun): Promise<CommittingEnd> {
  const { view, steps, eventsPerStep, ending, under = [], onReport } = run
  const words = [...under, process.execPath, program, view, String(steps), String(eventsPerStep), ending]
  const [command = '', ...rest] = words
  const child = spawn(command, rest, { timeout: endsWithinMs })
  const reports: CommittingReport[] = []
  let complained = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk
  })
  createInterface(child.stdout).on('line', line => {
    const report = JSON.parse(line) as CommittingReport // the lines of committing-process.ts
    reports.push(report)
    onReport?.(report, child)
  })
  return new Promise(resolve => {
    child.once('close', (code, signal) => resolve({ reports, code, signal, complained }))
  })
}
