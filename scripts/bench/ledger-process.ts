import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const athar = fileURLToPath(new URL('../../services/athar/athar.js', import.meta.url))

/** For figures that are about recording alone; those about views say what they cost beside it. */
export const withoutViews = { ATHAR_VIEWS: 'off' } as const

/** Ledgers that run. A benchmark that breaks off does not leave them behind. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** A ledger of its own process, as an operator starts it, on a data folder of the benchmark. */
export class LedgerProcess {
  readonly #child: ChildProcess
  readonly dataFolder: string
  readonly port: number
  /** Of role `service`. */
  readonly key: string

  static async start(dataFolder: string, variables: Readonly<Record<string, string>> = {}): Promise<LedgerProcess> {
    const child = spawn(process.execPath, [athar, 'serve', '--json', '--port', '0', '--data', dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ATHAR_LOG_LEVEL: 'warn', ...variables },
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    const { url } = JSON.parse(await firstLine(child)) as { url: string } // what `serve --json` says
    const created = execFileSync(process.execPath, [
      athar,
      'keys',
      'create',
      '--json',
      '--role',
      'service',
      '--data',
      dataFolder,
    ])
    const { token } = JSON.parse(String(created)) as { token: string } // what `keys create --json` says
    const ledger = new LedgerProcess(child, dataFolder, Number(new URL(url).port), token)
    await ledger.#untilKeyOpens()
    return ledger
  }

  private constructor(child: ChildProcess, dataFolder: string, port: number, key: string) {
    this.#child = child
    this.dataFolder = dataFolder
    this.port = port
    this.key = key
  }

  /** Resident memory of the process, in bytes. */
  residentBytes(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024
  }

  /** Bytes of the log on disk, its write-ahead log included. */
  logBytes(): number {
    return ['log.sqlite', 'log.sqlite-wal'].reduce((sum, file) => {
      const found = statSync(join(this.dataFolder, file), { throwIfNoEntry: false })
      return sum + (found?.size ?? 0)
    }, 0)
  }

  /** The values of a metric, one for each of its labels. */
  async metric(name: string): Promise<readonly number[]> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text()
    const lines = text.split('\n').filter(line => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    return lines.map(line => Number(line.slice(line.lastIndexOf(' ') + 1)))
  }

  async stop(): Promise<void> {
    const stopped = new Promise<void>(resolve => this.#child.once('exit', () => resolve()))
    this.#child.kill('SIGTERM')
    await stopped
  }

  /** A running ledger takes notice of a new key within half a second. */
  async #untilKeyOpens(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/v1/events?limit=1`, {
        headers: { authorization: `Bearer ${this.key}` },
      })
      await answer.arrayBuffer()
      if (answer.status !== 401) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error('the ledger does not know the key that was made for it')
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', code => reject(new Error(`the ledger ended with ${code}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
  })
}
