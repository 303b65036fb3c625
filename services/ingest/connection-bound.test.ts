import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { boundConnections } from './connection-bound.ts'
import { Metrics } from './metrics.ts'

test('connections beyond the bound are closed, counted, and told of once a minute', async () => {
  const server = createServer((_request, response) => response.end())
  const warn = vi.fn()
  const metrics = new Metrics()
  let nowMs = 0
  boundConnections(server, { connectionsMax: 1, logger: { warn }, metrics, monotonicMs: () => nowMs })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo // it listens on TCP
  const open = () => connect(port, '127.0.0.1').on('error', () => undefined) // some systems reset what is turned away
  const first = open()
  onTestFinished(() => {
    first.destroy()
    server.close()
  })
  await once(server, 'connection')
  const turnedAway = async () => {
    open()
    await once(server, 'drop')
  }
  await turnedAway()
  await turnedAway()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(warn.mock.calls[0]?.[0]).toContain('1 are open')
  nowMs = 60_000
  await turnedAway()
  expect(warn).toHaveBeenCalledTimes(2)
  expect((await metrics.text()).text).toContain('athar_connections_turned_away_total 3')
})
