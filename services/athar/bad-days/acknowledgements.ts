import type { Position } from '@athar/events/envelope.ts'
import type { SoundLog } from '@athar/infra/event-log/sound-log.ts'
import type { Answer } from './post-events.ts'

type Acknowledged = Exclude<Answer, { outcome: 'rejected' }>

/** What the ledger has acknowledged, to be found again where it was said to be. */
export class Acknowledgements {
  #unproven: Acknowledged[] = []
  #count = 0

  /** Answers noted. */
  get count(): number {
    return this.#count
  }

  /** Notes an answer. Throws when it is a rejection: everything that is sent here can be recorded. */
  note(answer: Answer): void {
    if (answer.outcome === 'rejected') throw new Error(`${answer.id} was rejected: ${JSON.stringify(answer.problem)}`)
    this.#unproven.push(answer)
    this.#count++
  }

  /** Finds everything noted since the last proof. Throws an `Error` that names the first event that is not there. */
  prove(log: SoundLog): void {
    for (const { id, stream, revision, position } of this.#unproven) {
      const found = log.at(position)
      if (found?.id !== id || found.stream !== stream || found.revision !== revision)
        throw new Error(`${id} was said to be ${nameOf(stream, revision, position)}, where ${inWords(found)}`)
    }
    this.#unproven = []
  }
}

function nameOf(stream: string, revision: number, position: Position): string {
  return `revision ${revision} of ${stream} at position ${position}`
}

function inWords(found: ReturnType<SoundLog['at']>): string {
  return found === undefined ? 'nothing is' : `${found.id} is, revision ${found.revision} of ${found.stream}`
}
