import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { Position } from '@athar/events/envelope.ts'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { WriterLock } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import { type AuthorityKey, ensureAuthorityKey } from '@athar/infra/key-store/authority-key.ts'
import type { KeyStore } from '@athar/infra/key-store/port.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { WriteWatch } from '@athar/ingest/health/write-watch.ts'
import { Metrics } from '@athar/ingest/metrics.ts'
import { buildServer } from '@athar/ingest/server.ts'
import type { GroupMeasure } from '@athar/ledger/group-measure.ts'
import { LedgerUnavailable } from '@athar/ledger/ledger-unavailable.ts'
import { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import { readRoutes } from '@athar/query/read-routes.ts'
import type { Logger } from 'pino'
import { ClockWatch } from './clock-watch.ts'
import { connectionsMax } from './connections-max.ts'
import { dataFiles, ensureDataFolder } from './data-files.ts'
import { setUpHeaps } from './heaps.ts'
import type { LedgerThreadOptions } from './ledger-thread.ts'
import { LogFileWatch } from './log-file-watch.ts'
import { loadNationalList } from './national-list.ts'
import { asReadFailure, newestRecordedMs } from './opened-log.ts'
import type { Settings } from './settings.ts'
import { RunningViews } from './views/running-views.ts'

type ServeSettings = Pick<
  Settings,
  'port' | 'host' | 'data' | 'queueEventsMax' | 'queueBytesMax' | 'nationalList' | 'views'
>

export interface RunningLedger {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string
  readonly dataFolder: string
  /** Where the authority key of a first start was written; `undefined` on every later one. */
  readonly newAuthorityKeyFile: string | undefined
  /** Answers what is here, writes what is queued, and lets go of the data folder. */
  stop(): Promise<void>
}

/** Events decided and written together: some 50 ms of work at most, and what a sync costs is a small part of it. */
const groupMax = 4_000
/** Events whose streams stay in memory, at half a kilobyte each: three days of the whole country. */
const hotEventsMax = 60_000
/**
 * Room for what is short-lived in the ledger's thread: a few groups, so that little of them is copied before it dies. With 32
 * it costs 1 µs an event more, and the process holds some 30 MB less.
 */
const youngGenerationMb = 96

/**
 * Starts the ledger of a data folder: the log with its thread, the keys, HTTP. Rejects when the folder is in use, cannot
 * be written, the address is taken, or the ledger is lost on the way. `onFatal` is told when the process must end later: it is
 * not known what is on disk.
 */
export async function startLedger(
  settings: ServeSettings,
  logger: Logger,
  onFatal: (failure: LedgerUnavailable) => void,
): Promise<RunningLedger> {
  setUpHeaps()
  loadNationalList(settings.nationalList)
  ensureDataFolder(settings.data)
  const files = dataFiles(settings.data)
  WriterLock.take(`${files.log}-lock`).release() // another ledger here is no failure of the disk: told before the thread meets it
  const options: LedgerThreadOptions = {
    logFile: files.log,
    groupMax,
    hotEventsMax,
    nationalList: settings.nationalList,
  }
  const thread = new Worker(new URL('./ledger-thread.ts', import.meta.url), {
    workerData: options,
    name: 'ledger',
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
  })
  let isStarting = true
  let failedMeanwhile: LedgerUnavailable | undefined
  try {
    const running = await compose(settings, thread, logger, failure => {
      if (isStarting) failedMeanwhile ??= failure
      else onFatal(failure)
    })
    if (failedMeanwhile !== undefined) {
      await thread.terminate() // it may have no answer any more to being asked to close
      await closeAfterFailure(running.stop(), logger)
      throw failedMeanwhile
    }
    isStarting = false
    return running
  } catch (error) {
    await thread.terminate() // it would keep the process from ending; nothing was acknowledged yet
    throw error
  }
}

type Server = ReturnType<typeof buildServer>

/** What is open of a ledger: a start that fails has come no further than some of it. */
interface Opened {
  server?: Server
  ledger?: LedgerGate
  views?: RunningViews
  log?: SqliteLogReader
  logFileWatch?: LogFileWatch
  keys?: KeyStore
}

async function compose(
  settings: ServeSettings,
  thread: Worker,
  logger: Logger,
  onFatal: (failure: LedgerUnavailable) => void,
): Promise<RunningLedger> {
  const opened: Opened = {}
  try {
    const { server, authorityKey } = await open(opened, settings, thread, logger, onFatal)
    return {
      url: urlOf(server.server.address(), settings.host),
      dataFolder: settings.data,
      newAuthorityKeyFile: authorityKey.created ? authorityKey.file : undefined,
      stop: () => close(opened),
    }
  } catch (failure) {
    await closeAfterFailure(close(opened), logger)
    throw failure
  }
}

/** Waits until all is closed. When that fails too, it must not stand in the place of what went wrong before. */
async function closeAfterFailure(closing: Promise<void>, logger: Logger): Promise<void> {
  await closing.catch((err: unknown) => logger.warn({ err }, 'what was open of a ledger that failed cannot be closed'))
}

async function open(
  opened: Opened,
  settings: ServeSettings,
  thread: Worker,
  logger: Logger,
  onFatal: (failure: LedgerUnavailable) => void,
): Promise<{ readonly server: Server; readonly authorityKey: AuthorityKey }> {
  const files = dataFiles(settings.data)
  const metrics = new Metrics()
  const clock = new ClockWatch(logger)
  const writes = new WriteWatch(logger)
  const announce = (head: Position): void => {
    opened.log?.announce(head)
    opened.views?.announce(head)
  }
  const noteGroup = (measured: GroupMeasure): void => {
    metrics.observeGroup(measured)
    clock.note(measured.clockBehindMs)
    if (measured.events > 0) writes.noteWritten() // of repeats alone nothing is
  }
  const connecting = LedgerGate.connect(
    thread,
    { eventsMax: settings.queueEventsMax, bytesMax: settings.queueBytesMax },
    { onFatal, onHead: announce, onGroup: noteGroup, onRefused: failure => writes.noteRefused(failure) },
  )
  opened.ledger = await Promise.race([connecting, endOf(thread)]).catch((error: unknown) => {
    throw asReadFailure(error, `${files.log} cannot be opened`)
  })
  opened.log = new SqliteLogReader(files.log)
  opened.logFileWatch = new LogFileWatch(files.log, message => onFatal(new LedgerUnavailable('io-error', message)))
  clock.note(await clockBehindMs(settings.data))
  opened.keys = openSqliteKeyStore(files.keys)
  const authorityKey = await ensureAuthorityKey(opened.keys, settings.data, Date.now())
  const { nationalList } = settings
  opened.views = new RunningViews(
    { logFile: files.log, viewsFolder: files.views, decisionsFile: files.viewDecisions, nationalList },
    settings.views,
    logger,
  )
  const { ledger, log, keys, views } = opened
  const reads = readRoutes({ keys, source: views.source, now: Date.now })
  const bodyBytesMax = settings.queueBytesMax
  const server = buildServer({
    ledger,
    log,
    keys,
    logger,
    metrics,
    bodyBytesMax,
    connectionsMax: connectionsMax(),
    reads,
    writes,
    views,
  })
  opened.server = server
  await server.listen({ port: settings.port, host: settings.host })
  views.announce(await log.head())
  if (settings.views) views.start()
  return { server, authorityKey }
}

async function close({ server, ledger, views, log, logFileWatch, keys }: Opened): Promise<void> {
  logFileWatch?.stop()
  await server?.close() // takes no new request; those that are here are answered
  await ledger?.close()
  await views?.close()
  await log?.close()
  await keys?.close()
}

/** How far the clock is behind the newest time in the log. */
async function clockBehindMs(dataFolder: string): Promise<number> {
  const recordedMs = await newestRecordedMs(dataFolder)
  return recordedMs === undefined ? 0 : Math.max(0, recordedMs - Date.now())
}

/** Rejects when the thread ends, which while it starts it does only in failure. */
function endOf(thread: Worker): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    thread.once('exit', code => reject(new Error(`the thread of the ledger has ended with ${code}`)))
  })
  ended.catch(() => undefined) // after the start it is for the gate to notice
  return ended
}

function urlOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
