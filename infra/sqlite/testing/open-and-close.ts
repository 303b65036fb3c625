import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../open-for-reading.ts'

/** A thread that opens a database to read and closes it, again and again, and says how that went. */
const { file, times } = workerData
try {
  for (let opened = 0; opened < times; opened++) openForReading(file).database.close()
  parentPort?.postMessage(`opened ${times} times`)
} catch (error) {
  parentPort?.postMessage(String(error))
}
