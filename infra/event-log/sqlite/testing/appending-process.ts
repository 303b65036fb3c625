import { LogFailure, type LogFailureReason, type NewEvent } from '../../port.ts'
import { SqliteEventLog } from '../sqlite-event-log.ts'

/**
 * A process that opens the log of a file, appends a few batches and closes it, whatever fails meanwhile. It says what it
 * learns in lines of JSON, see `AppendingReport`. A batch that fails is tried once more, then it gives up. With `vanish` it
 * ends without closing the log, as a process that is killed.
 */
export type AppendingReport =
  | { readonly kind: 'acknowledged'; readonly ids: readonly string[]; readonly positions: readonly number[] }
  | { readonly kind: 'failed'; readonly step: Step; readonly reason: Reason; readonly message: string }

type Step = 'open' | 'append' | 'close'
type Reason = LogFailureReason | 'not a LogFailure'

const batches = 3
const [, , file, ending] = process.argv
if (file === undefined) throw new Error('which log?')

try {
  await appendTo(await SqliteEventLog.open(file))
} catch (error) {
  reportFailure('open', error)
}

async function appendTo(log: SqliteEventLog): Promise<void> {
  const first = await log.head()
  for (let number = 0; number < batches; number++) {
    const batch = batchOf(first, number)
    if (!(await append(log, batch)) && !(await append(log, batch))) break
  }
  if (ending === 'vanish') process.exit()
  await log.close().catch(error => reportFailure('close', error))
}

async function append(log: SqliteEventLog, batch: readonly NewEvent[]): Promise<boolean> {
  try {
    const positions = await log.append(batch)
    report({ kind: 'acknowledged', ids: batch.map(idOf), positions })
    return true
  } catch (error) {
    reportFailure('append', error)
    return false
  }
}

function reportFailure(step: Step, error: unknown): void {
  const reason = error instanceof LogFailure ? error.reason : 'not a LogFailure'
  report({ kind: 'failed', step, reason, message: error instanceof Error ? error.message : String(error) })
}

function report(line: AppendingReport): void {
  console.info(JSON.stringify(line))
}

/** Three events, two of them in streams of their own. */
function batchOf(first: number, number: number): readonly NewEvent[] {
  return [
    newEvent('movement-M1', Math.floor(first / batches) + number),
    newEvent(`lot-L${first}-${number}`, 0),
    newEvent(`treatment-T${first}-${number}`, 0),
  ]
}

/** The bytes of a recorded event as `recordedPrefix` begins them; that would load the schemas, and this process starts often. */
function newEvent(stream: string, revision: number): NewEvent {
  return {
    stream,
    revision,
    json: `{"stream":"${stream}","revision":${revision},"event":{"id":"${stream}-${revision}"}}`,
  }
}

function idOf({ stream, revision }: NewEvent): string {
  return `${stream}-${revision}`
}
