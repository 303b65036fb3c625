import { addGroup, type RegisterCommand } from '../command.ts'
import { registerList } from './projections/list.ts'
import { registerResume } from './projections/resume.ts'
import { registerSkip } from './projections/skip.ts'

export const register: RegisterCommand = program => {
  const projections = addGroup(program, {
    name: 'projections',
    summary: 'how the views are: list, resume or skip what has stopped',
    description: [
      'Stock, lineage, registers, alerts and the rest are folded from the log by projections. One that meets something it cannot',
      'take in stops just there, alone, and says so; recording and the others go on, and what it has answers with its position.',
      'It goes on only when a person says how: "resume" when the program has been mended, "skip" to do without. Who decided',
      'what, when and why is kept beside the log, and every later rebuild and "athar verify --views" follow it.',
    ].join(' '),
    examples: [
      { line: 'athar projections', does: 'how far each is, and what has stopped' },
      { line: 'athar projections skip alerts --reason "typing error in MV-7, see ticket 12"', does: 'do without' },
    ],
  })
  for (const registerOne of [registerList, registerResume, registerSkip]) registerOne(projections)
}
