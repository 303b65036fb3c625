/** What a simulation came to. */
export interface SimulationSummary {
  events: number
  bytes: number
  elapsedMs: number
  /** `finished`: all that was asked for. `present`: a ledger takes nothing from the future. `stopped`: by the signal. */
  ended: 'finished' | 'present' | 'stopped'
  /** The time of the last event. */
  lastTime?: string
  /** What the ledger answered. Absent without one. */
  answers?: Answers
}

export interface Answers {
  recorded: number
  duplicates: number
  rejected: number
  /** How many were rejected, by the code of the problem. */
  problems: Record<string, number>
  /** Requests that were sent again: the ledger was busy, or the network failed. */
  repeatedRequests: number
}

const counts = new Intl.NumberFormat('en')

/** The summary as lines for a person. */
export function summaryText(summary: SimulationSummary): string {
  const { events, bytes, elapsedMs, ended, lastTime, answers } = summary
  const perSecond = elapsedMs > 0 ? Math.round((events * 1000) / elapsedMs) : 0
  const mean = events > 0 ? Math.round(bytes / events) : 0
  const lines = [
    `${counts.format(events)} events, ${counts.format(bytes)} bytes (${mean} each) in ${(elapsedMs / 1000).toFixed(1)} s: ${counts.format(perSecond)}/s`,
  ]
  if (lastTime !== undefined) lines.push(`the world has lived until ${lastTime} (${endings[ended]})`)
  if (answers !== undefined) {
    const { recorded, duplicates, rejected, problems, repeatedRequests } = answers
    lines.push(
      `${counts.format(recorded)} recorded, ${counts.format(duplicates)} duplicates, ${counts.format(rejected)} rejected; ${counts.format(repeatedRequests)} requests sent again`,
    )
    for (const [code, count] of Object.entries(problems)) lines.push(`  ${counts.format(count)} × ${code}`)
  }
  return lines.join('\n')
}

const endings: Readonly<Record<SimulationSummary['ended'], string>> = {
  finished: 'all that was asked for',
  present: 'the present: no ledger takes events from the future',
  stopped: 'stopped',
}
