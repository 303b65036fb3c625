import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** A system call that fails: the n-th of its kind on these files, counted in each thread apart. */
export interface Injection {
  readonly syscall: string
  readonly error: 'ENOSPC' | 'EIO'
  readonly nth: number
  /** With `nth`, all that come after it fail as well. */
  readonly andAfter?: boolean
  /** The files that are meant, see `filesOf`; a folder means itself, not what lies in it. */
  readonly paths: readonly string[]
  readonly traceFile: string
}

/** The files that SQLite keeps for a database, and the lock of its writer. */
export function filesOf(database: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal', '-lock'].map(suffix => database + suffix)
}

/** The program and arguments behind which a process runs that is to meet a failing system call (strace(1), `inject`). */
export function injecting({ syscall, error, nth, andAfter, paths, traceFile }: Injection): readonly string[] {
  return [
    'strace',
    ...['-f', '-qq', '--seccomp-bpf', '-o', traceFile],
    ...['-e', `trace=${syscall}`, '-e', `inject=${syscall}:error=${error}:when=${nth}${andAfter ? '+' : ''}`],
    ...paths.flatMap(path => ['-P', path]),
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
