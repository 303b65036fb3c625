import { parentPort } from 'node:worker_threads'

/** A thread that works until somebody stops it. */
parentPort?.on('message', () => undefined)
