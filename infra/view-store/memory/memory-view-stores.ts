import { type ReadableView, UnusableView, type ViewDescription, type ViewStore, type ViewStores } from '../port.ts'
import { emptyMemory, MemoryViewStore, type ViewMemory } from './memory-view-store.ts'

/** Stores for tests, by name. They outlive being closed; `spoil` makes one unusable. */
export class MemoryViewStores implements ViewStores {
  readonly #memories = new Map<string, ViewMemory>()
  readonly #spoiled = new Set<string>()

  async names(): Promise<readonly string[]> {
    return [...this.#memories.keys()].sort()
  }

  async open(name: string, fold: ViewDescription['fold']): Promise<ViewStore | UnusableView> {
    const memory = this.#memories.get(name) ?? emptyMemory(fold)
    if (this.#spoiled.has(name)) return new UnusableView('damaged', `${name} is damaged`)
    if (memory.fold.name !== fold.name || memory.fold.version !== fold.version)
      return new UnusableView('other-fold', `${name} is of fold ${memory.fold.name} ${memory.fold.version}`)
    this.#memories.set(name, memory)
    return new MemoryViewStore(memory)
  }

  async openForReading(name: string): Promise<ReadableView | UnusableView> {
    const memory = this.#memories.get(name)
    if (memory === undefined) return new UnusableView('missing', `there is no view ${name}`)
    return new MemoryViewStore(memory)
  }

  async remove(name: string): Promise<void> {
    this.#memories.delete(name)
    this.#spoiled.delete(name)
  }

  /** Does to a store what a failing disk would. */
  spoil(name: string): void {
    this.#spoiled.add(name)
  }
}
