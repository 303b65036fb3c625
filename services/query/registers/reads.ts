import type { Read } from '../http/read.ts'
import { incomingRead, outgoingRead, treatmentRead } from './register-reads.ts'

export const registerReads: readonly Read[] = [incomingRead, outgoingRead, treatmentRead]
