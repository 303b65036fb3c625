import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { ViewStoreFailure } from '@athar/infra/view-store/port.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import type { Decision } from '@athar/views/decisions.ts'
import { Views } from '@athar/views/views.ts'
import { loadNationalList } from '../national-list.ts'
import { LogRoom } from './log-room.ts'
import { inWords } from './news-in-words.ts'

/** What a thread is started for: to build what is to be built of some folds. */
export interface RebuildOrder {
  readonly logFile: string
  readonly viewsFolder: string
  readonly decisions: readonly Decision[]
  readonly folds: readonly string[]
  readonly nationalList: string | undefined
}

export type RebuildReply =
  | { readonly kind: 'advanced'; readonly events: number }
  | { readonly kind: 'said'; readonly text: string }
  /** `built`: all of it answers, up to the head of the log. */
  | { readonly kind: 'done'; readonly built: boolean }

const port = parentPort
if (port === null) throw new Error('views are rebuilt in a worker thread')
const { logFile, viewsFolder, decisions, folds, nationalList } = workerData as RebuildOrder // given by rebuild-views.ts

loadNationalList(nationalList)
const log = new SqliteLogReader(logFile)
const room = LogRoom.of(viewsFolder)
let failure: unknown
const views = await Views.open({
  log,
  stores: new SqliteViewStores(viewsFolder),
  projections: catalogue.filter(({ fold }) => folds.includes(fold.name)),
  decisions,
  mayGrow: () => {
    if (room.lacking !== undefined) failure ??= new ViewStoreFailure('disk-full', `${viewsFolder}: ${room.lacking}`)
    return failure === undefined
  },
  onRead: events => say({ kind: 'advanced', events }),
  onNews: news => {
    say({ kind: 'said', text: inWords(news).text })
    if (news.kind === 'failed') failure = news.failure
  },
})
while (failure === undefined && (await views.step())) await nextTurn()
if (failure !== undefined) throw failure
const built = views.states().every(({ serving, building }) => serving?.stopped === undefined && building === undefined)
await views.close()
await log.close()
say({ kind: 'done', built })

function say(reply: RebuildReply): void {
  port?.postMessage(reply)
}
