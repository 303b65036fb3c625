import { Argument } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Paint } from '../output.ts'
import { readableCount } from '../readable-count.ts'
import type { CheckedRegister } from '../registers/check-exported.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'check-register',
    summary: 'check the lines of an exported register, without the ledger that wrote them',
    description: [
      'For whoever is handed a legal register as a file: an inspector, a court, the plant itself. Lines are numbered without a gap,',
      'each has the hash of the one before it and its own, and none corrects what does not stand above it. Whatever was',
      'changed, left out or put in shows at its number. What was cut off at the end breaks no chain: hold the last hash',
      'against the one that was noted, printed or published before.\n\nThe file is the NDJSON export of',
      '/v1/sites/{id}/registers/{incoming,outgoing,treatment}; it may be packed (.zst, .gz).',
    ].join(' '),
    examples: [
      { line: 'athar check-register incoming.ndjson', does: 'the whole register, or a page of it' },
      { line: 'curl … | athar check-register -', does: 'as it comes' },
      { line: 'athar check-register incoming.ndjson --json | jq .hash', does: 'the last hash' },
    ],
    settings: [],
    arguments: [new Argument('<file>', 'the export; - is stdin')],
    options: [],
    input: z.strictObject({ file: z.string().min(1).max(4_096) }),
    run: async ({ input: { file }, output }) => {
      const { checkExportedRegister } = await import('../registers/check-exported.ts')
      const checked = await checkExportedRegister(file, process.stdin)
      const well = checked.fault === undefined
      output.answer({ well, file, ...checked }, paint => inWords(checked, paint))
      return well ? exitCodes.ok : exitCodes.checkFailed
    },
  })

function inWords({ site, register, from, to, hash, fault }: CheckedRegister, paint: Paint): string {
  const whose = `the ${register} register of ${site}`
  if (fault !== undefined) return `${paint('red', 'broken')}: ${whose}, at number ${fault.number}: ${fault.wrong}`
  const before = from === 1 ? '' : `; what stands before number ${from} was not there to be checked`
  return `${paint('green', 'well')}: ${whose}, numbers ${readableCount(from)} to ${readableCount(to)}${before}\nlast hash: ${hash}`
}
