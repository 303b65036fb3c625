import type { Read } from '../http/read.ts'
import { alertsRead } from './alerts-read.ts'

export const alertReads: readonly Read[] = [alertsRead]
