import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** What a person or a script sees of one call of the command line. */
export interface AtharRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

const launcher = join(import.meta.dirname, '..', 'athar.js')
const endsWithinMs = 30_000

/** For tests that start several processes on a machine that is busy with others. */
export const testMaxMs = 60_000

/** Runs `athar` as a process of its own, with no ATHAR_* variables but those given. */
export function runAthar(
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  nodeFlags: readonly string[] = [],
): Promise<AtharRun> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:ATHAR_|FORCE_COLOR$)/.test(name))
  const env = { ...Object.fromEntries(inherited), ...variables }
  return new Promise(settle => {
    const child = execFile(
      process.execPath,
      [...nodeFlags, launcher, ...words],
      { env, timeout: endsWithinMs },
      (_, stdout, stderr) => settle({ exitCode: child.exitCode, stdout, stderr }),
    )
  })
}
