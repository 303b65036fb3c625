import type { Server } from 'node:http'
import type { FastifyBaseLogger } from 'fastify'
import type { Metrics } from './metrics.ts'

const sayEveryMs = 60_000

export interface ConnectionBoundOptions {
  readonly connectionsMax: number
  readonly logger: Pick<FastifyBaseLogger, 'warn'>
  readonly metrics: Pick<Metrics, 'countConnectionTurnedAway'>
  /** A clock that never goes back, in milliseconds. */
  readonly monotonicMs?: () => number
}

/**
 * Closes connections beyond so many, counts them, and says so once a minute at most. Out of descriptors, the runtime would close
 * them as well, and tell nobody; and the files of the log and the views could not be opened either.
 */
export function boundConnections(
  server: Server,
  { connectionsMax, logger, metrics, monotonicMs = () => performance.now() }: ConnectionBoundOptions,
): void {
  server.maxConnections = connectionsMax
  let saidMs = Number.NEGATIVE_INFINITY
  server.on('drop', () => {
    metrics.countConnectionTurnedAway()
    if (monotonicMs() - saidMs < sayEveryMs) return
    saidMs = monotonicMs()
    logger.warn(
      `connections are turned away: ${connectionsMax} are open, and the system allows this process no more files. ` +
        'Raise the limit (ulimit -n, LimitNOFILE), or let clients keep fewer open',
    )
  })
}
