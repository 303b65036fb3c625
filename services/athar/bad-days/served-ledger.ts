import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const launcher = join(import.meta.dirname, '..', 'athar.js')

export interface ServeOptions {
  readonly dataFolder: string
  /** Flags of `athar serve` beside the folder and the port. */
  readonly flags?: readonly string[]
  /** A program and its arguments that runs the ledger: `strace …`. */
  readonly under?: readonly string[]
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** The real `athar serve`, as a process of its own on any free port. */
export class ServedLedger {
  readonly #child: ChildProcess
  readonly #isGroup: boolean
  /** Where it listens. Rejects, with what it said, when it ends before. */
  readonly url: Promise<string>
  readonly exit: Promise<Exit>
  /** What it has said on stderr. */
  said = ''

  constructor({ dataFolder, flags = [], under = [] }: ServeOptions) {
    const line = [
      ...under,
      process.execPath,
      launcher,
      'serve',
      '--json',
      '--port',
      '0',
      '--data',
      dataFolder,
      ...flags,
    ]
    const [program = process.execPath, ...words] = line
    // What runs under another program is a group with it: a signal to that one alone would leave the ledger behind.
    this.#isGroup = under.length > 0
    this.#child = spawn(program, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: withoutSettings(),
      detached: this.#isGroup,
    })
    this.exit = new Promise(resolve => this.#child.once('close', (code, signal) => resolve({ code, signal })))
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.said += chunk
    })
    this.url = this.#listening()
    this.url.catch(() => undefined) // whoever kills it while it starts does not ask where it would have listened
  }

  /** Sends a signal, unless it has ended. */
  kill(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#child
    if (pid === undefined || exitCode !== null || signalCode !== null) return
    process.kill(this.#isGroup ? -pid : pid, signal)
  }

  #listening(): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = ''
      this.#child.stdout?.on('data', (chunk: Buffer) => {
        answer += chunk
        // `serve --json` says where it listens in the first line.
        if (answer.includes('\n')) resolve((JSON.parse(answer.split('\n')[0] ?? '') as { url: string }).url)
      })
      void this.exit.then(({ code, signal }) =>
        reject(new Error(`athar serve ended (${code ?? signal}): ${this.said}`)),
      )
    })
  }
}

/** Makes a key that may speak for all, in a data folder that is there or not yet. */
export async function makeServiceKey(dataFolder: string): Promise<string> {
  const words = [launcher, 'keys', 'create', '--json', '--role', 'service', '--data', dataFolder]
  const { stdout } = await promisify(execFile)(process.execPath, words, { env: withoutSettings() })
  return (JSON.parse(stdout) as { token: string }).token // what `keys create --json` says
}

function withoutSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ATHAR_')))
}
