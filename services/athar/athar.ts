import { CommanderError } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { describeFailure, exitCodeOf } from './failure.ts'
import { makeProgram } from './program.ts'

// A bug ends with its own code, also in what nobody waits for: Node's 1 would say that a check failed.
process.on('uncaughtException', thrown => {
  report(thrown)
  process.exit()
})

// Whoever reads the answer may have seen enough: `athar keys list | head -1` is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  const program = await makeProgram()
  await program.parseAsync()
} catch (thrown) {
  // Commander has said itself what was wrong.
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  else report(thrown)
}

/**
 * Says what went wrong: in JSON to whoever asked for JSON, else in words. Asked of the command line itself, which may be
 * what is wrong. The exit code is set, not taken at once, so that what was written reaches a slow pipe.
 */
function report(thrown: unknown): void {
  const exitCode = exitCodeOf(thrown)
  const message = describeFailure(thrown)
  process.exitCode = exitCode
  const json = process.argv.includes('--json')
  process.stderr.write(json ? `${JSON.stringify({ error: { exitCode, message } })}\n` : `athar: ${message}\n`)
}
