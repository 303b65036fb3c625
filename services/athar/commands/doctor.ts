import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import type { Finding, FindingStatus } from '../doctor/finding.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Paint } from '../output.ts'
import { formatTable } from '../table.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'doctor',
    summary: 'is this machine fit for the ledger, and what to mend',
    description: [
      'Looks at what the ledger needs: Node, SQLite, the data folder and its rights, room and speed of the disk, the clock,',
      'the address to listen on. It changes nothing. Whatever is not well comes with what to do. It ends with 1 when something',
      'fails; a warning is no failure. Run it as the user that the ledger runs as.',
    ].join(' '),
    examples: [
      { line: 'athar doctor', does: 'before the first start, and whenever something is strange' },
      { line: 'athar doctor --data /srv/athar --json', does: 'for monitoring: {"well":true,"findings":[…]}' },
    ],
    settings: ['data', 'host', 'port'],
    input: z.strictObject({}),
    run: async ({ settings, environment, nowMs, output }) => {
      const { examine } = await import('../doctor/examine.ts')
      const findings = await examine(settings, environment, nowMs)
      const well = findings.every(finding => finding.status !== 'fail')
      output.answer({ well, findings }, paint => findingsText(findings, paint))
      return well ? exitCodes.ok : exitCodes.checkFailed
    },
  })

function findingsText(findings: readonly Finding[], paint: Paint): string {
  const rows = findings.flatMap(finding => [
    [paint(colours[finding.status], finding.status), finding.check, finding.found],
    ...(finding.status === 'ok' ? [] : [['', '', `→ ${finding.advice}`]]),
  ])
  return formatTable(['', 'CHECK', 'FOUND'], rows)
}

const colours = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<FindingStatus, string>
