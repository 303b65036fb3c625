import { keepsToItsDescription } from './testing/keeps-to-its-description.ts'
import { TestLedger } from './testing/test-ledger.ts'

keepsToItsDescription({ start: () => TestLedger.start() })
