import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { exitCodes } from '../../exit-codes.ts'

export const registerList: RegisterCommand = projections =>
  addCommand(projections, {
    name: 'list',
    isDefault: true,
    summary: 'every projection: version, fold, position, how far behind, state',
    description: [
      'Looks at the files of the views, also while the ledger runs. It ends with',
      `${exitCodes.checkFailed} when one has stopped.`,
    ].join(' '),
    examples: [
      { line: 'athar projections list', does: 'the views in ./data' },
      { line: `athar projections list --json | jq '.projections[] | select(.stopped)'`, does: 'what has stopped' },
    ],
    settings: ['data'],
    input: z.strictObject({}),
    run: async ({ settings, output }) => {
      const { viewFacts } = await import('../../views/view-facts.ts')
      const { factsInWords } = await import('../../views/facts-in-words.ts')
      const facts = await viewFacts(settings.data)
      output.answer(facts, paint => factsInWords(facts, paint))
      return facts.projections.some(({ state }) => state === 'stopped') ? exitCodes.checkFailed : exitCodes.ok
    },
  })
