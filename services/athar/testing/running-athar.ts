import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

/** A command that runs until it is told to end: `serve`, `demo`. */
export interface RunningAthar<Answer> {
  /** Its first line on stdout, as JSON. */
  readonly answer: Answer
  /** Sends a signal; resolves with the exit code, and what it said on stderr, when the process has ended. */
  end(signal: NodeJS.Signals): Promise<{ readonly exitCode: number | null; readonly stderr: string }>
}

const launcher = join(import.meta.dirname, '..', 'athar.js')

/** Starts a command with `--json` and waits for its answer. It goes with the test, whatever happens. */
export async function startAthar<Answer>(
  words: readonly string[],
  answerSchema: z.ZodType<Answer>,
): Promise<RunningAthar<Answer>> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ATHAR_'))
  const child = spawn(process.execPath, [launcher, ...words, '--json'], { env: Object.fromEntries(inherited) })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const ended = once(child, 'close')
  const firstLine = new Promise<string>(resolve => {
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')))
    })
  })
  const line = await Promise.race([firstLine, ended])
  if (typeof line !== 'string') throw new Error(`athar ${words.join(' ')} ended before it answered: ${stderr}`)
  return {
    answer: answerSchema.parse(JSON.parse(line)),
    async end(signal) {
      child.kill(signal)
      await ended
      return { exitCode: child.exitCode, stderr }
    },
  }
}

/** Starts a ledger on a free port. */
export function startServing(
  dataFolder: string,
  flags: readonly string[] = [],
): Promise<RunningAthar<{ readonly url: string }>> {
  return startAthar(
    ['serve', '--data', dataFolder, '--port', '0', '--log-level', 'warn', ...flags],
    z.object({ url: z.string() }),
  )
}
