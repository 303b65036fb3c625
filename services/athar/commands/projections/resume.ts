import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { exitCodes } from '../../exit-codes.ts'
import { name, nameArgument, reason, reasonOption, whatFollows } from './arguments.ts'

export const registerResume: RegisterCommand = projections =>
  addCommand(projections, {
    name: 'resume',
    summary: 'let a projection that has stopped take everything in again',
    description: [
      'For a program that has been mended. The projection is built anew beside the old one, which answers until the new one has',
      'caught up. What was skipped of it before is taken in again. When its fold had stopped, all that is folded with it is',
      'built anew.',
    ].join(' '),
    examples: [{ line: 'athar projections resume alerts --reason "mended in 1.4.2"', does: 'after an upgrade' }],
    settings: ['data'],
    arguments: [nameArgument],
    options: [reasonOption],
    input: z.strictObject({ name, reason }),
    run: async ({ settings, input, output, nowMs }) => {
      const { decideToResume } = await import('../../views/decide.ts')
      const { name: projection, reason } = input
      const taken = await decideToResume({ dataFolder: settings.data, projection, reason, nowMs })
      output.answer(taken, () => `Decision ${taken.decision.number}: ${projection} is resumed. ${whatFollows(taken)}`)
      return exitCodes.ok
    },
  })
