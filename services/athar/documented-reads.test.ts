import { keepsToItsDescription } from '@athar/ingest/testing/keeps-to-its-description.ts'
import { TestLedger } from '@athar/ingest/testing/test-ledger.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { describeReads, readRoutes } from '@athar/query/read-routes.ts'
import { namesInSmallWorld, smallWorld } from '@athar/query/testing/small-world.ts'
import { ViewsInMemory } from '@athar/query/testing/views-in-memory.ts'

const source = ViewsInMemory.of(catalogue, smallWorld)

keepsToItsDescription({
  start: () => TestLedger.start({ reads: keys => readRoutes({ keys, source, now: Date.now }) }),
  more: describeReads(),
  names: namesInSmallWorld,
})
