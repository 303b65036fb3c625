import { createServer } from 'node:net'
import { type Finding, fail, ok, warn } from './finding.ts'

const check = 'address'
const answerMaxMs = 2_000

/** Whether the ledger could listen there. A ledger that already does is well, too. */
export async function checkListening(host: string, port: number): Promise<Finding> {
  const where = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const failure = await tryListening(host, port)
  if (failure === undefined) return isLoopback(host) ? ok(check, `${where} is free`) : openToOthers(where)
  if (failure === 'EADDRINUSE') {
    if (await ledgerAnswers(where)) return ok(check, `a ledger is running on ${where}`)
    return fail(
      check,
      `${where} is in use by another program`,
      'take another with --port or ATHAR_PORT, or stop that program',
    )
  }
  if (failure === 'EACCES')
    return fail(
      check,
      `${where} needs a privilege`,
      'take a port from 1024 on with --port or ATHAR_PORT, behind a proxy',
    )
  return fail(
    check,
    `${where} is not of this machine (${failure})`,
    'name an address of this machine with --host or ATHAR_HOST',
  )
}

function openToOthers(where: string): Finding {
  return warn(
    check,
    `${where} is free, and open to other machines`,
    'put a proxy in front that speaks TLS: requests carry keys',
  )
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** The error code of an attempt, or undefined when it went well. */
function tryListening(host: string, port: number): Promise<string | undefined> {
  return new Promise(settle => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => settle(undefined)))
  })
}

async function ledgerAnswers(where: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://${where}/livez`, { signal: AbortSignal.timeout(answerMaxMs) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
