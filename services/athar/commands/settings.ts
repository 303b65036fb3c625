import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { findSetting, unknownVariables } from '../read-settings.ts'
import { settingNames, settingsTable } from '../settings.ts'

export const register: RegisterCommand = program =>
  addCommand(program, {
    name: 'settings',
    summary: 'every setting: its value, where it comes from, when to change it',
    description: [
      'Shows every setting with the value that a command started here would take, where that comes from (flag, variable or',
      'default), and when to change it. A wrong value is an error that says what is allowed.',
    ].join(' '),
    examples: [
      { line: 'athar settings', does: 'all of them, explained' },
      { line: 'ATHAR_PORT=9090 athar settings --json', does: 'what a service file would give' },
    ],
    settings: settingNames,
    input: z.strictObject({}),
    run: ({ settings, flags, environment, output }) => {
      const shown = settingNames.map(name => {
        const { variable, flag, allowed, default: byDefault, what, why, change } = settingsTable[name]
        const { source, written } = findSetting(name, flags, environment)
        const value = settings[name]
        return { name, variable, flag, value, written, source, default: byDefault, allowed, what, why, change }
      })
      const unknown = unknownVariables(environment)
      output.answer({ settings: shown, unknownVariables: unknown }, paint =>
        shown
          .map(one =>
            [
              `${paint('bold', `${one.variable}=${asWritten(one)}`)}  (${one.source})`,
              `  ${one.flag}: ${one.what}; ${one.allowed}`,
              `  Default ${one.default}: ${one.why}.`,
              `  ${one.change}`,
            ].join('\n'),
          )
          .join('\n\n'),
      )
      if (unknown.length > 0) output.note(`\nNot a setting, and without effect: ${unknown.join(', ')}`)
      return exitCodes.ok
    },
  })

/** A value as it may be written: a folder as what it stands for here, `on` and `none` as the words that they are. */
function asWritten({ value, written }: { readonly value: unknown; readonly written: string }): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : written
}
