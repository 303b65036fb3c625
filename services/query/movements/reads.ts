import type { Read } from '../http/read.ts'
import { movementRead } from './movement-read.ts'
import { movementsRead } from './movements-read.ts'

export const movementReads: readonly Read[] = [movementRead, movementsRead]
