import type { Position } from '@athar/events/envelope.ts'
import { changesMustFit } from '../changes.ts'
import {
  type ServedProjection,
  type Step,
  type ViewChanges,
  type ViewContent,
  type ViewDescription,
  type ViewReader,
  type ViewStore,
  ViewStoreFailure,
  WrongCheckpoint,
} from '../port.ts'
import { MemoryView } from './memory-view.ts'

/** What outlives a store that is closed. Begin with `emptyMemory` of a fold. */
export interface ViewMemory {
  fold: ViewDescription['fold']
  projections: readonly ServedProjection[]
  view: MemoryView
  /** Of the event at the checkpoint. */
  hash?: string | undefined
}

export function emptyMemory(fold: ViewDescription['fold']): ViewMemory {
  return { fold, projections: [], view: new MemoryView() }
}

/** A store for tests: it answers by walking through all it holds, and a snapshot is a copy. */
export class MemoryViewStore implements ViewStore {
  readonly #memory: ViewMemory
  #isClosed = false

  constructor(memory: ViewMemory) {
    this.#memory = memory
  }

  async get(keys: readonly string[]) {
    return this.#open().view.get(keys)
  }

  async list(...asked: Parameters<ViewReader['list']>) {
    return this.#open().view.list(...asked)
  }

  async balance(...asked: Parameters<ViewReader['balance']>) {
    return this.#open().view.balance(...asked)
  }

  async accounts(...asked: Parameters<ViewReader['accounts']>) {
    return this.#open().view.accounts(...asked)
  }

  async journal(...asked: Parameters<ViewReader['journal']>) {
    return this.#open().view.journal(...asked)
  }

  async moments(...asked: Parameters<ViewReader['moments']>) {
    return this.#open().view.moments(...asked)
  }

  async entriesAt(...asked: Parameters<ViewReader['entriesAt']>) {
    return this.#open().view.entriesAt(...asked)
  }

  async tallies(...asked: Parameters<ViewReader['tallies']>) {
    return this.#open().view.tallies(...asked)
  }

  async checkpoint(): Promise<Position> {
    return this.#open().view.checkpoint()
  }

  async describe(): Promise<ViewDescription> {
    const { fold, projections, hash } = this.#open()
    return structuredClone({ fold, projections, ...(hash !== undefined && { hash }) })
  }

  async serve(projections: readonly ServedProjection[]): Promise<void> {
    this.#open().projections = structuredClone(projections)
  }

  async commit(changes: ViewChanges, step: Step): Promise<void> {
    const memory = this.#open()
    const { view } = memory
    const actual = await view.checkpoint()
    if (step.from !== actual) throw new WrongCheckpoint(step.from, actual)
    changesMustFit(changes, step)
    view.take(changes, step.to)
    memory.hash = step.hash
  }

  async snapshot<Answer>(read: (view: ViewReader) => Promise<Answer>): Promise<Answer> {
    const view = this.#open().view.copy()
    try {
      return await read(view)
    } finally {
      view.end()
    }
  }

  async *contents(): AsyncIterable<ViewContent> {
    yield* this.#open().view.copy().contents()
  }

  async close(): Promise<void> {
    this.#isClosed = true
  }

  #open(): ViewMemory {
    if (this.#isClosed) throw new ViewStoreFailure('closed', 'the store is closed')
    return this.#memory
  }
}
