import { exitCodes } from './exit-codes.ts'
import { CommandFailure } from './failure.ts'
import { type SettingName, type Settings, settingNames, settingsTable } from './settings.ts'

/** What was written on the command line, by name of setting. */
export type Flags = Readonly<Partial<Record<SettingName, string>>>

export type Environment = Readonly<Record<string, string | undefined>>

/** Where a value comes from, as a person would look for it. */
export type SettingSource = 'flag' | 'variable' | 'default'

/**
 * The values of the settings that a command uses; the others are not looked at, so that they cannot stop it. A variable that
 * is set to nothing counts as not set, as in a compose file.
 *
 * @throws CommandFailure (usage) that names every wrong one, where it was said, and what is allowed.
 */
export function readSettings<Name extends SettingName>(
  names: readonly Name[],
  flags: Flags,
  environment: Environment,
): Pick<Settings, Name> {
  const values: Partial<Record<SettingName, unknown>> = {}
  const wrong: string[] = []
  for (const name of names) {
    const { schema, variable, flag, allowed } = settingsTable[name]
    const { written, source } = findSetting(name, flags, environment)
    const read = schema.safeParse(written)
    if (read.success) values[name] = read.data
    else
      wrong.push(
        `${source === 'flag' ? flag.split(' ')[0] : variable} is ${JSON.stringify(written)}: it must be ${allowed}`,
      )
  }
  if (wrong.length > 0) throw new CommandFailure(exitCodes.usage, wrong.join('\n'))
  // Each name of `names` was read by its own schema above; the loop loses which is which.
  return values as Pick<Settings, Name>
}

/** What was written for a setting, and where. */
export function findSetting(
  name: SettingName,
  flags: Flags,
  environment: Environment,
): { readonly written: string; readonly source: SettingSource } {
  const flag = flags[name]
  if (flag !== undefined) return { written: flag, source: 'flag' }
  const variable = environment[settingsTable[name].variable]
  if (variable !== undefined && variable !== '') return { written: variable, source: 'variable' }
  return { written: settingsTable[name].default, source: 'default' }
}

/** Variables that look like settings and are none: most often a typing error that would go unnoticed. */
export function unknownVariables(environment: Environment): readonly string[] {
  const known = new Set<string>(settingNames.map(name => settingsTable[name].variable))
  return Object.keys(environment).filter(variable => variable.startsWith('ATHAR_') && !known.has(variable))
}
