import { describe, expect, test } from 'vitest'
import { MemoryEventLog, type MemoryStore } from './memory/memory-event-log.ts'
import type { NewEvent, StoredEvent } from './port.ts'
import { SoundLog } from './sound-log.ts'

describe('a log is sound', () => {
  test('when it is what was appended, and says where each event stands', async () => {
    const store = await storeOf(event('movement-M1', 0, 'a'), event('lot-L1', 0, 'a'), event('movement-M1', 1, 'b'))
    const sound = await read(store)
    expect(sound.head).toBe(3)
    expect(sound.at(3)).toEqual({ stream: 'movement-M1', revision: 1, id: 'b' })
    expect(sound.at(4)).toBeUndefined()
  })

  test('when it has grown since it was last read', async () => {
    const store = await storeOf(event('movement-M1', 0, 'a'))
    const sound = await read(store)
    const log = new MemoryEventLog(store)
    await log.append([event('movement-M1', 1, 'b')])
    await sound.read(log)
    expect(sound.head).toBe(2)
  })
})

describe('a log is not sound', () => {
  test.each<[string, (store: MemoryStore) => void, string]>([
    ['with a hole', store => store.splice(1, 1), 'position 3 follows 1'],
    ['with a changed byte', store => changeByte(store[1]), 'the hash at position 2'],
    ['cut at its end and told otherwise', store => delete store[2], 'the head is 3'],
  ])('%s', async (_, damage, finding) => {
    const store = await storeOf(
      event('movement-M1', 0, 'a'),
      event('movement-M1', 1, 'b'),
      event('movement-M1', 2, 'c'),
    )
    damage(store)
    await expect(read(store)).rejects.toThrow(finding)
  })

  test('when a stream says an event twice', async () => {
    const store = await storeOf(event('movement-M1', 0, 'a'), event('movement-M1', 1, 'a'))
    await expect(read(store)).rejects.toThrow('at position 2, event a is in movement-M1 a second time')
  })

  test('when a revision is missing', async () => {
    const store = await storeOf(event('movement-M1', 0, 'a'), { ...event('movement-M1', 3, 'b'), revision: 1 })
    await expect(read(store)).rejects.toThrow('at position 2, revision 3 of movement-M1 follows 0')
  })
})

async function storeOf(...events: readonly NewEvent[]): Promise<MemoryStore> {
  const store: MemoryStore = []
  await new MemoryEventLog(store).append(events)
  return store
}

async function read(store: MemoryStore): Promise<SoundLog> {
  const sound = new SoundLog()
  await sound.read(logOf(store))
  return sound
}

/** A reader of whatever is in the store, in whatever state that is. */
function logOf(store: MemoryStore): Pick<MemoryEventLog, 'readAll' | 'head'> {
  return {
    async *readAll(after) {
      yield store.filter(stored => stored !== undefined && stored.position > after)
    },
    head: () => Promise.resolve(store.length),
  }
}

function changeByte(stored: StoredEvent | undefined): void {
  if (stored !== undefined) stored.bytes[20] = (stored.bytes[20] ?? 0) + 1
}

function event(stream: string, revision: number, id: string): NewEvent {
  return { stream, revision, json: JSON.stringify({ stream, revision, event: { id } }) }
}
