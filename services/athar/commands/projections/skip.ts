import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { exitCodes } from '../../exit-codes.ts'
import { name, nameArgument, reason, reasonOption, whatFollows } from './arguments.ts'

export const registerSkip: RegisterCommand = projections =>
  addCommand(projections, {
    name: 'skip',
    summary: 'let a projection that has stopped do without what it stopped at',
    description: [
      'The projection is built anew beside the old one, without the document that it stopped at: a movement, a lot, a treatment is',
      'then missing from it, whole. When it was the fold that stopped, the event is left out of all that is folded with it. The',
      'log keeps everything. "athar projections resume" takes it in again one day.',
    ].join(' '),
    examples: [
      {
        line: 'athar projections skip mass-ledger --reason "MV-7 is not weighed in kg, ticket 12"',
        does: 'do without',
      },
    ],
    settings: ['data'],
    arguments: [nameArgument],
    options: [reasonOption],
    input: z.strictObject({ name, reason }),
    run: async ({ settings, input, output, nowMs }) => {
      const { decideToSkip } = await import('../../views/decide.ts')
      const { name: projection, reason } = input
      const taken = await decideToSkip({ dataFolder: settings.data, projection, reason, nowMs })
      const { decision } = taken
      const what = decision.kind === 'skip' ? (decision.key ?? `the event at position ${decision.position}`) : ''
      output.answer(
        taken,
        () => `Decision ${decision.number}: ${projection} does without ${what}. ${whatFollows(taken)}`,
      )
      return exitCodes.ok
    },
  })
