import { spawnSync } from 'node:child_process'
import { whyNoInjection } from './strace.ts'

/**
 * Runs before `npm test`: installs strace, which makes system calls fail, where that can be done without asking. Where it
 * cannot, the tests that need it say so and are skipped: this never fails a run.
 */
const installWithinMs = 120_000

if (whyNoInjection() !== undefined) {
  install()
  const whyNot = whyNoInjection()
  console.info(
    whyNot === undefined ? 'installed strace' : `no system call can be made to fail in these tests: ${whyNot}`,
  )
}

/** Tries with the package lists that are there, then with new ones. */
function install(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return
  const words = ['install', '--yes', '--no-install-recommends', 'strace']
  if (!aptGet(words) && aptGet(['update'])) aptGet(words)
}

function aptGet(words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-qq', ...words], { env, timeout: installWithinMs, stdio: 'ignore' }).status === 0
}
