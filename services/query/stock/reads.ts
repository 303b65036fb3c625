import type { Read } from '../http/read.ts'
import { balanceRead } from './balance-read.ts'
import { siteStockRead } from './site-stock-read.ts'
import { stockRead } from './stock-read.ts'

export const stockReads: readonly Read[] = [siteStockRead, stockRead, balanceRead]
