import { alertsProjection } from './alerts/alerts-projection.ts'
import { directoryProjection } from './directory/directory-projection.ts'
import { flowsProjection } from './flows/flows-projection.ts'
import { lineageProjection } from './lineage/lineage-projection.ts'
import { massLedgerProjection } from './mass-ledger/mass-ledger-projection.ts'
import { movementsProjection } from './movements/movements-projection.ts'
import type { Projection } from './projection.ts'
import { registersProjection } from './registers/registers-projection.ts'

/** Every projection there is. Those that share a fold are kept in one store. */
export const catalogue: readonly Projection[] = [
  directoryProjection,
  movementsProjection,
  massLedgerProjection,
  lineageProjection,
  flowsProjection,
  registersProjection,
  alertsProjection,
]
