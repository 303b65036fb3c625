import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadableView, UnusableView, ViewDescription, ViewStore, ViewStores } from '../port.ts'
import { removeView } from './remove-view.ts'
import { SqliteViewReader } from './sqlite-view-reader.ts'
import { type SqliteViewOptions, SqliteViewStore } from './sqlite-view-store.ts'

const extension = '.sqlite'

/** The views of a folder: a file each. */
export class SqliteViewStores implements ViewStores {
  readonly #folder: string
  readonly #options: SqliteViewOptions

  constructor(folder: string, options: SqliteViewOptions = {}) {
    this.#folder = folder
    this.#options = options
  }

  async names(): Promise<readonly string[]> {
    if (!existsSync(this.#folder)) return []
    const views = readdirSync(this.#folder).filter(file => file.endsWith(extension))
    return views.map(file => file.slice(0, -extension.length)).sort()
  }

  open(name: string, fold: ViewDescription['fold']): Promise<ViewStore | UnusableView> {
    return SqliteViewStore.open(this.#fileOf(name), fold, this.#options)
  }

  openForReading(name: string): Promise<ReadableView | UnusableView> {
    return SqliteViewReader.open(this.#fileOf(name))
  }

  async remove(name: string): Promise<void> {
    removeView(this.#fileOf(name))
  }

  #fileOf(name: string): string {
    return join(this.#folder, name + extension)
  }
}
