import { eventLogConformance, type LogUnderTest } from '../conformance.ts'
import { MemoryEventLog, type MemoryStore } from './memory-event-log.ts'

async function openInMemory(): Promise<LogUnderTest> {
  const store: MemoryStore = []
  const log = new MemoryEventLog(store)
  return {
    log,
    async reopen() {
      await log.close()
      return new MemoryEventLog(store)
    },
    dispose: () => log.close(),
  }
}

eventLogConformance('memory', openInMemory)
