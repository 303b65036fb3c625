import { type ClassifiedWaste, isClassifiedWaste } from './classified-waste.ts'
import type { CodeList } from './code-list.ts'
import { hazards } from './hazards.ts'
import { listOfWaste } from './list-of-waste.ts'
import { operations } from './operations.ts'
import { packagings } from './packagings.ts'
import { refusalReasons } from './refusal-reasons.ts'
import { wilayas } from './wilayas.ts'

/** The lists that come with the system. */
export const builtInLists: readonly CodeList[] = [operations, hazards, packagings, refusalReasons, wilayas, listOfWaste]

/** Code lists by url name: those that come with the system, and those that are loaded. */
export class CodeLists {
  readonly #byName = new Map<string, CodeList>(builtInLists.map(list => [list.name, list]))

  /**
   * Takes a further list.
   * @throws Error when a list of that name is there: codes on events would silently change their meaning.
   */
  add(list: CodeList): void {
    if (this.#byName.has(list.name))
      throw new Error(`A code list "${list.name}" is there already; name this one otherwise`)
    this.#byName.set(list.name, list)
  }

  get(name: string): CodeList | undefined {
    return this.#byName.get(name)
  }

  /** In the order in which the lists were added, the built-in ones first. */
  names(): string[] {
    return [...this.#byName.keys()]
  }
}

/**
 * The lists that this process knows. The composition root adds the national list here at its start, before the first
 * event is judged, and nobody adds later.
 */
export const codeLists = new CodeLists()

/**
 * The waste that a code names: on a day or at a time (see `CodeList.find`), else its newest entry. Undefined when the
 * list is not known, is no list of waste, or has no such code then: the warning `code-unknown`.
 */
export function lookUpWaste(
  code: string,
  listName = 'low',
  at?: string,
  lists: CodeLists = codeLists,
): ClassifiedWaste | undefined {
  const found = lists.get(listName)?.find(code, at)
  return found !== undefined && isClassifiedWaste(found) ? found : undefined
}
