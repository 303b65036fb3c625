import { limits } from '@athar/events/limits.ts'
import { OpenAnswers } from '@athar/http/open-answers.ts'
import type { DescribedRoutes, RouteDescription } from '@athar/http/openapi/described-routes.ts'
import { alertReads } from './alerts/reads.ts'
import { directoryReads } from './directory/reads.ts'
import { flowReads } from './flows/reads.ts'
import type { Read, ReadServices } from './http/read.ts'
import { lotReads } from './lots/reads.ts'
import { movementReads } from './movements/reads.ts'
import { registerReads } from './registers/reads.ts'
import { stockReads } from './stock/reads.ts'

/** Every read there is. A new one is added to the list of its folder, and a new folder here. */
export const reads: readonly Read[] = [
  ...movementReads,
  ...directoryReads,
  ...stockReads,
  ...lotReads,
  ...alertReads,
  ...registerReads,
  ...flowReads,
]

/** What the description says of the tags of reads. */
const tags: RouteDescription['tags'] = [
  { name: 'movements', description: 'Consignments, as they are known' },
  {
    name: 'stock',
    description: 'What is where, as it is, as it was, and as it was known; and the balance of everything',
  },
  { name: 'lots', description: 'Where waste came from, and where it ended' },
  { name: 'registers', description: 'The legal registers of sites' },
  { name: 'flows', description: 'What goes from where to where' },
  { name: 'alerts', description: 'What is wrong, and since when' },
  { name: 'directory', description: 'Organisations, sites and permits' },
]

/** How reads are described. */
export function describeReads(described: readonly Read[] = reads): RouteDescription {
  return {
    paths: Object.fromEntries(described.map(({ path, operation }) => [path, { get: operation }])),
    schemas: Object.assign({}, ...described.map(({ schemas }) => schemas)),
    tags,
  }
}

/** Every GET of the read API, for a server that answers what is thrown as a problem. */
export function readRoutes(services: Omit<ReadServices, 'exports'>): DescribedRoutes {
  return {
    ...describeReads(),
    addTo(server) {
      const exports = new OpenAnswers(limits.exportsMax)
      server.addHook('preClose', done => {
        exports.stop()
        done()
      })
      for (const read of reads) read.addTo(server, { ...services, exports })
    },
  }
}
