import { z } from 'zod'

/** Descriptors for what is no connection: log, keys, views with their side files and readers, threads, commands. */
const filesKept = 100
/** However few descriptors there are: with none, nobody could ask what is wrong. */
const connectionsMin = 16

const reportSchema = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.int(), z.literal('unlimited')]) }) }),
})

/** How many connections this process may hold open and still open its files; `undefined` when the system sets no bound. */
export function connectionsMax(report: () => unknown = processReport): number | undefined {
  const read = reportSchema.safeParse(report())
  if (!read.success) return undefined
  const { soft } = read.data.userLimits.open_files
  return soft === 'unlimited' ? undefined : Math.max(connectionsMin, soft - filesKept)
}

/** What Node says of its process, without looking up the names of who is connected. */
function processReport(): unknown {
  Object.assign(process.report, { excludeNetwork: true }) // its types do not know it yet
  return process.report.getReport()
}
