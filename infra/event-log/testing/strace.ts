import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A system call that fails: its n-th one on these files, in whichever thread first makes so many. */
export interface Injection {
  readonly syscall: string
  readonly error: 'ENOSPC' | 'EIO'
  readonly nth: number
  /** With `nth`, all that come after it fail as well. */
  readonly andAfter?: boolean
  /** The databases whose files are meant, with their journals, locks and folders. */
  readonly databases: readonly string[]
  readonly traceFile: string
}

const suffixes = ['', '-wal', '-shm', '-journal', '-lock']

/** The program and arguments behind which a process runs that is to meet a failing system call (strace(1), `inject`). */
export function injecting({ syscall, error, nth, andAfter, databases, traceFile }: Injection): readonly string[] {
  const files = databases.flatMap(database => [...suffixes.map(suffix => database + suffix), dirname(database)])
  return [
    'strace',
    ...['-f', '-qq', '--seccomp-bpf', '-o', traceFile],
    ...['-e', `trace=${syscall}`, '-e', `inject=${syscall}:error=${error}:when=${nth}${andAfter ? '+' : ''}`],
    ...files.flatMap(file => ['-P', file]),
  ]
}

/** Whether a call was made to fail: past the last one, nothing is. */
export async function wasInjected(traceFile: string): Promise<boolean> {
  return (await readFile(traceFile, 'utf8')).includes('(INJECTED)')
}

/** Why no system call can be made to fail here, in words; `undefined` when it can. */
export function whyNoInjection(): string | undefined {
  const tried = spawnSync('strace', ['-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=none', 'true'])
  if (tried.error !== undefined) return 'strace is not installed (Debian: apt-get install strace)'
  if (tried.status !== 0) return `strace may not trace here: ${String(tried.stderr).trim()}`
  return undefined
}
