import type { Read } from '../http/read.ts'
import { lineageRead } from './lineage-read.ts'
import { lotRead } from './lot-read.ts'

export const lotReads: readonly Read[] = [lotRead, lineageRead]
