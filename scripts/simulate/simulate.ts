import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { dayMs, hourMs } from './algiers-time.ts'
import { directoryEvents } from './directory-events.ts'
import type { Action } from './life/action.ts'
import { arrive } from './life/arrival.ts'
import { grantPermit, scheduleRenewals, stopPermit } from './life/authority.ts'
import { begin, DayRhythm } from './life/beginning.ts'
import { answer, correct } from './life/correction.ts'
import { cancel, declare, produceLots } from './life/declaration.ts'
import { type Life, newLife } from './life/life.ts'
import type { Load } from './life/load.ts'
import { pickUp } from './life/pick-up.ts'
import { redirect } from './life/redirection.ts'
import { divert, handOver, sufferIncident } from './life/road.ts'
import { countStock } from './life/stock-count.ts'
import { treat } from './life/treatment.ts'
import type { World } from './world.ts'

/** Where a simulation ends; with several, at what comes first, and without any it goes on. */
export interface Until {
  /** Nothing that arrives so many days after the start, or later. */
  readonly days?: number | undefined
  /** After so many movements have begun and all has come to rest. */
  readonly movements?: number | undefined
  /** After exactly so many events, the directory's among them. */
  readonly events?: number | undefined
}

/** An event, and when it reaches the ledger, in milliseconds of the Unix epoch. */
export interface Arrival {
  readonly arrivesAtMs: number
  readonly event: SubmittedEvent
}

/** The events of a world in the order in which they arrive: the directory, then life. A retry is the same object again. */
export function* simulate(world: World, until: Until): Generator<SubmittedEvent> {
  for (const arrival of arrivals(world, until)) yield arrival.event
}

/** The same with the time of arrival, which never runs backwards. */
export function* arrivals(world: World, until: Until): Generator<Arrival> {
  const untilMs = until.days === undefined ? Number.POSITIVE_INFINITY : world.startMs + until.days * dayMs
  let eventsLeft = until.events ?? Number.POSITIVE_INFINITY
  for (const event of directoryEvents(world)) {
    if (eventsLeft-- <= 0) return
    yield { arrivesAtMs: world.startMs, event }
  }

  const life = newLife(world, until.movements ?? Number.POSITIVE_INFINITY)
  const rhythm = awaken(life)
  for (;;) {
    // What is still to happen cannot arrive before it happens: all that arrives earlier is known.
    while (life.underWay.nextMs <= life.actions.nextMs) {
      const due = life.underWay.take()
      if (due === undefined || due.atMs >= untilMs || eventsLeft-- <= 0) return
      yield { arrivesAtMs: due.atMs, event: due.item }
    }
    const due = life.actions.take()
    if (due === undefined) return
    act(life, rhythm, due.item, due.atMs)
  }
}

function awaken(life: Life): DayRhythm {
  const { random, world } = life
  const rhythm = new DayRhythm(world.movementsPerDay, world.startMs)
  scheduleRenewals(life)
  life.actions.put(rhythm.nextMs(random), { kind: 'beginning' })
  life.actions.put(world.startMs + random.between(1, 8) * hourMs, { kind: 'stop' })
  for (const stock of life.stocks.values()) {
    const firstTreatmentMs = Math.floor(random.share() * stock.plant.kind.treatsEveryHours * hourMs)
    life.actions.put(world.startMs + firstTreatmentMs, { kind: 'treatment', stock })
    life.actions.put(world.startMs + random.between(24, 14 * 24) * hourMs, { kind: 'count', stock })
  }
  return rhythm
}

function act(life: Life, rhythm: DayRhythm, action: Action, nowMs: number): void {
  switch (action.kind) {
    case 'beginning':
      begin(life, rhythm, action, nowMs)
      break
    case 'load':
      move(life, action, nowMs)
      break
    case 'correction':
      correct(life, action, nowMs)
      break
    case 'answer':
      answer(life, action, nowMs)
      break
    case 'treatment':
      treat(life, action, nowMs)
      break
    case 'count':
      countStock(life, action, nowMs)
      break
    case 'stop':
      stopPermit(life, action, nowMs)
      break
    case 'grant':
      grantPermit(life, action, nowMs)
      break
  }
}

function move(life: Life, load: Load, nowMs: number): void {
  switch (load.step) {
    case 'produce lots':
      produceLots(life, load, nowMs)
      break
    case 'declare':
      declare(life, load, nowMs)
      break
    case 'cancel':
      cancel(life, load, nowMs)
      break
    case 'pick up':
      pickUp(life, load, nowMs)
      break
    case 'suffer an incident':
      sufferIncident(life, load, nowMs)
      break
    case 'hand over':
      handOver(life, load, nowMs)
      break
    case 'divert':
      divert(life, load, nowMs)
      break
    case 'arrive':
      arrive(life, load, nowMs)
      break
    case 'redirect':
      redirect(life, load, nowMs)
      break
  }
}
