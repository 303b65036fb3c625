import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { Views } from '@athar/views/views.ts'
import { loadNationalList } from '../national-list.ts'
import { FollowedDecisions } from './followed-decisions.ts'
import { LogRoom } from './log-room.ts'
import { lowerPriorityOfThread } from './low-priority.ts'
import type { FromViews, ToViews, ViewsThreadOptions } from './messages.ts'
import { inWords, reasonOf } from './news-in-words.ts'
import { RecurringTroubles } from './recurring-troubles.ts'
import { keepViewsOfThisBasis } from './views-basis.ts'
import { Wake } from './wake.ts'

/** How often the decisions of people are looked for, and the log when nobody tells of it. */
const lookEveryMs = 1_000
const retryAfterMs = 2_000

const port = parentPort
if (port === null) throw new Error('the views run as a worker thread')
const { logFile, viewsFolder, decisionsFile, nationalList } = workerData as ViewsThreadOptions // given by running-views.ts

const wake = new Wake()
let isClosing = false
let eventsTaken = 0
const troubles = new RecurringTroubles()
const room = LogRoom.of(viewsFolder)
const decisions = new FollowedDecisions(decisionsFile)
let views: Views | undefined

lowerPriorityOfThread()
loadNationalList(nationalList)
const log = new SqliteLogReader(logFile)

port.on('message', (message: ToViews) => {
  if (message.kind === 'close') isClosing = true
  else if (message.kind === 'head') log.announce(message.head)
  else views?.giveUp(message.store, message.why)
  wake.ring()
})

while (!isClosing) {
  try {
    await follow()
  } catch (error) {
    note(reasonOf(error))
    await wake.next(retryAfterMs)
  }
}
await views?.close().catch((error: unknown) => note(reasonOf(error)))
await log.close()
say({ kind: 'closed' })
port.close()

/** Opens the views and moves them on, until it is told to close. */
async function follow(): Promise<void> {
  views ??= await openViews()
  tell(views)
  let lookedMs = Number.NEGATIVE_INFINITY
  while (!isClosing) {
    if (performance.now() - lookedMs >= lookEveryMs) {
      lookedMs = performance.now()
      if (!decisions.areFollowed) await followDecisions(views)
    }
    const hasMoved = await views.step()
    if (troubles.forget(performance.now())) tellTroubles()
    if (hasMoved) tell(views)
    if (hasMoved)
      await nextTurn() // messages are heard
    else await wake.next(lookEveryMs)
  }
}

async function openViews(): Promise<Views> {
  keepBasis()
  const opened = await Views.open({
    log,
    stores: new SqliteViewStores(viewsFolder),
    projections: catalogue,
    decisions: decisions.read(),
    mayGrow,
    onNews: news => {
      if (news.kind === 'failed') note(inWords(news).text)
      else say({ kind: 'said', ...inWords(news) })
    },
    onRead: events => {
      eventsTaken += events
    },
  })
  decisions.follow()
  return opened
}

function mayGrow(): boolean {
  if (room.lacking !== undefined) note(room.lacking)
  return room.lacking === undefined
}

/** Decisions that cannot be read are a trouble until they can be: the views go on meanwhile as they were. */
async function followDecisions(known: Views): Promise<void> {
  try {
    await known.decide(decisions.read())
    decisions.follow()
    tell(known)
  } catch (error) {
    note(reasonOf(error))
  }
}

/** Views that were folded from something else than they would be now are folded anew. */
function keepBasis(): void {
  const why = keepViewsOfThisBasis(viewsFolder)
  if (why !== undefined) say({ kind: 'said', level: 'warn', text: `all views are folded anew: ${why}` })
}

function tell(about: Views): void {
  say({ kind: 'states', states: about.states(), eventsTaken })
}

/** Says what goes wrong, once as long as it is the same; who looks closely hears of each further try. */
function note(trouble: string): void {
  if (troubles.note(trouble, performance.now())) tellTroubles()
  else say({ kind: 'said', level: 'debug', text: `again: ${trouble}` })
}

function tellTroubles(): void {
  say({ kind: 'troubles', troubles: troubles.all })
}

function say(message: FromViews): void {
  port?.postMessage(message)
}
