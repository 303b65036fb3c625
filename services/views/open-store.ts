import type { Position } from '@athar/events/envelope.ts'
import type { ServedProjection, StoppedProjection, ViewStore } from '@athar/infra/view-store/port.ts'
import type { PlannedStore } from './plan.ts'
import type { BuildingStore, ServingStore } from './projection-state.ts'
import { readStoreName } from './store-name.ts'
import type { ViewBuilder } from './view-builder.ts'

/** A store that is moved on. */
export class OpenStore implements PlannedStore {
  readonly name: string
  readonly fold: string
  readonly build: number
  readonly decisions: number
  readonly store: ViewStore
  readonly builder: ViewBuilder
  /** The head of the log when it was opened: before it is there, it tells old news. */
  readonly goal: Position
  #isCaughtUp = false

  constructor(name: string, store: ViewStore, builder: ViewBuilder, goal: Position) {
    const said = readStoreName(name)
    if (said === undefined) throw new Error(`${name} is not the name of a store`)
    this.name = name
    this.fold = said.fold
    this.build = said.build
    this.decisions = said.decisions
    this.store = store
    this.builder = builder
    this.goal = goal
  }

  get served(): readonly ServedProjection[] {
    return this.builder.served
  }

  /** Whether it has come once to where the log ends, or so near that it is a matter of a moment. */
  hasCaughtUp(head: Position, near: number): boolean {
    const { checkpoint } = this.builder
    if (checkpoint >= this.goal && head - checkpoint <= near) this.#isCaughtUp = true
    return this.#isCaughtUp
  }

  serves(projection: string): boolean {
    return this.served.some(({ name }) => name === projection)
  }

  /** Whether a projection answers although it has stopped: it does so with what it had, unless that is half of a first building. */
  answersStopped(projection: string): boolean {
    return this.served.some(({ name, answers, stopped }) => name === projection && answers && stopped !== undefined)
  }

  isStopped(projection: string): boolean {
    return this.#stopped(projection) !== undefined
  }

  /** How a projection is here. */
  stateOf(projection: string): ServingStore {
    const stopped = this.#stopped(projection)
    return { store: this.name, position: stopped?.position ?? this.builder.checkpoint, ...(stopped && { stopped }) }
  }

  /** How a projection is here that does not answer from here yet. */
  buildingState(projection: string): BuildingStore {
    return { ...this.stateOf(projection), goal: this.goal, hasAnswered: this.#hasAnswered(projection) }
  }

  /** Whether a projection was whole here once, and will be again before one that is built from the beginning. */
  isComingBack(projection: string): boolean {
    return this.#hasAnswered(projection) && !this.isStopped(projection)
  }

  #hasAnswered(projection: string): boolean {
    return this.served.some(({ name, answers }) => name === projection && answers === true)
  }

  #stopped(projection: string): StoppedProjection | undefined {
    return this.served.find(({ name }) => name === projection)?.stopped
  }
}
