import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, Connection } from './connection.ts'
import type { LedgerProcess } from './ledger-process.ts'
import type { PacedArrivals } from './paced-arrivals.ts'

export interface ReadLatencies {
  /** By what was read, in milliseconds, in order of size. */
  readonly latencies: Readonly<Record<string, Float64Array>>
  /** How far the views were behind what was acknowledged, in milliseconds, in order of size. */
  readonly lagsMs: Float64Array
}

/** Time between two reads: an analyst's page asks for a few of them, and events must have room to arrive. */
const betweenMs = 5

/** Reads this and that while events arrive, one read after the other. */
export async function readWhile(ledger: LedgerProcess, arrivals: PacedArrivals): Promise<ReadLatencies> {
  const connection = await Connection.open(ledger.port, ledger.key)
  const paths = await pathsToRead(connection)
  const took: Record<string, number[]> = Object.fromEntries(Object.keys(paths).map(name => [name, []]))
  const lagsMs: number[] = []
  for (let turn = 0; !arrivals.isOver; turn++) {
    for (const [name, each] of Object.entries(paths)) {
      const { tookMs, position } = await ask(connection, each[turn % each.length] ?? '')
      took[name]?.push(tookMs)
      lagsMs.push(arrivals.lagMs(position))
      await wait(betweenMs)
    }
  }
  connection.close()
  return {
    latencies: Object.fromEntries(Object.entries(took).map(([name, each]) => [name, sorted(each)])),
    lagsMs: sorted(lagsMs),
  }
}

/** Waits until the views have all that is recorded; answers how long it took. */
export async function untilFolded(ledger: LedgerProcess): Promise<number> {
  const start = performance.now()
  for (;;) {
    const behind = await ledger.metric('athar_view_behind') // of none, as long as the views are being opened
    if (behind.length > 0 && behind.every(count => count === 0)) return performance.now() - start
    await wait(20)
  }
}

/** A thousand movements, and every plant with its stock and its register. */
async function pathsToRead(connection: Connection): Promise<Readonly<Record<string, readonly string[]>>> {
  const movements = await idsOf(connection, '/v1/movements?limit=1000')
  const plants = await idsOf(connection, '/v1/sites?kind=treatment&limit=1000')
  return {
    'read of a movement': movements.map(id => `/v1/movements/${id}`),
    'read of the stock of a site': plants.map(id => `/v1/sites/${id}/stock`),
    'read of a register page': plants.map(id => `/v1/sites/${id}/registers/incoming?limit=100`),
    'read of an alerts page': plants.map(id => `/v1/alerts?site=${id}&limit=100`).concat('/v1/alerts?limit=100'),
  }
}

async function idsOf(connection: Connection, path: string): Promise<readonly string[]> {
  const { items } = JSON.parse((await ask(connection, path)).body) as {
    readonly items: readonly { readonly id: string }[]
  } // a page of the read API
  if (items.length === 0) throw new Error(`there is nothing at ${path}`)
  return items.map(({ id }) => id)
}

async function ask(connection: Connection, path: string): Promise<Answer> {
  const answer = await connection.get(path)
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.body.slice(0, 300)}`)
  return answer
}

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort()
}
