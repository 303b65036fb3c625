import { reasonOf } from '@athar/ingest/client/fetch-failure.ts'

/** What a running ledger answers when it is asked how it is. */
export interface LedgerAnswers {
  readonly url: string
  /** It answers, and says that it takes events. */
  readonly ready: boolean
  /** The body of `/readyz`, or why there is none. */
  readonly readyz: unknown
  /** The metrics of the ledger by name, without histograms' buckets; absent when it does not give them. */
  readonly metrics?: Readonly<Record<string, number>>
}

const answersWithinMs = 5_000

/** Asks `/readyz` and `/metrics`, which need no key. A ledger that does not answer is an answer too: it is not ready. */
export async function askLedger(url: string): Promise<LedgerAnswers> {
  const readyz = await ask('readyz', url)
  const metrics = await ask('metrics', url)
  return {
    url,
    ready: readyz.status === 200,
    readyz: readyz.body,
    ...(metrics.status === 200 && { metrics: metricsIn(String(metrics.body)) }),
  }
}

async function ask(path: string, url: string): Promise<{ readonly status?: number; readonly body: unknown }> {
  const address = new URL(path, url.endsWith('/') ? url : `${url}/`)
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(answersWithinMs) })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text.trimEnd() }
  } catch (error) {
    return { body: `${address.href} does not answer: ${reasonOf(error)}` }
  }
}

/** The lines `name{labels} value` of the Prometheus text format whose name is the ledger’s. */
export function metricsIn(text: string): Readonly<Record<string, number>> {
  const metrics: Record<string, number> = {}
  for (const line of text.split('\n')) {
    const [, name = '', value] = /^(athar_\w+(?:\{[^}]*\})?) (\S+)/.exec(line) ?? []
    if (value !== undefined && !name.includes('_bucket{')) metrics[name] = Number(value)
  }
  return metrics
}
