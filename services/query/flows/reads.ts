import type { Read } from '../http/read.ts'
import { flowsRead } from './flows-read.ts'

export const flowReads: readonly Read[] = [flowsRead]
