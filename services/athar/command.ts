import { type Argument, type Command, Option } from 'commander'
import type { z } from 'zod'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { CommandFailure } from './failure.ts'
import { makeOutput, type Output } from './output.ts'
import { makeProgress, type Progress, type ProgressOptions } from './progress.ts'
import { type Environment, type Flags, readSettings } from './read-settings.ts'
import { type SettingName, type Settings, settingsTable } from './settings.ts'

/** What a command line says and what it does for it: the examples of a help. */
interface Example {
  readonly line: string
  readonly does: string
}

/** What every command gets to work with. */
export interface CommandContext<Name extends SettingName, Input> {
  readonly settings: Pick<Settings, Name>
  /** Arguments and options, read by `input`, by name in camel case. */
  readonly input: Input
  readonly output: Output
  readonly flags: Flags
  readonly environment: Environment
  readonly nowMs: number
  startProgress(options: ProgressOptions): Progress
}

/** A command, whole: what it is called, what it takes, what its help says and what it does. */
export interface CommandDefinition<Name extends SettingName, Input> {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What it does, when one needs it, what one should know before. */
  readonly description: string
  readonly examples: readonly Example[]
  /** The settings it uses: these flags it has, and no others. */
  readonly settings: readonly Name[]
  readonly arguments?: readonly Argument[]
  readonly options?: readonly Option[]
  /** Reads arguments and options. The message of an issue says what is allowed. */
  readonly input: z.ZodType<Input>
  /** It is what its group does when nothing more is said. */
  readonly isDefault?: true
  /** Does it. Answers the exit code; throws a CommandFailure, or lets a failure through, when it cannot. */
  readonly run: (context: CommandContext<Name, Input>) => ExitCode | Promise<ExitCode>
}

/** What a file in `commands/` exports: it adds its commands to the program. */
export type RegisterCommand = (program: Command) => void

/** Adds a command under its parent, with `--json` and the flags of its settings. */
export function addCommand<Name extends SettingName, Input>(
  parent: Command,
  definition: CommandDefinition<Name, Input>,
): void {
  const isDefault = definition.isDefault === true
  const command = parent
    .command(definition.name, { isDefault })
    .summary(definition.summary)
    .description(definition.description)
  for (const argument of definition.arguments ?? []) command.addArgument(argument)
  for (const option of definition.options ?? []) command.addOption(option)
  for (const name of definition.settings) command.addOption(settingOption(name))
  command.option('--json', 'answer in one line of JSON on stdout, for scripts')
  command.addHelpText('after', `\n${exampleText(definition.examples)}`)
  command.action(async () => {
    process.exitCode = await definition.run(makeContext(command, definition))
  })
}

/** Adds a command that only holds others. */
export function addGroup(
  parent: Command,
  {
    name,
    summary,
    description,
    examples,
  }: Pick<CommandDefinition<never, never>, 'name' | 'summary' | 'description' | 'examples'>,
): Command {
  return parent
    .command(name)
    .summary(summary)
    .description(description)
    .addHelpText('after', `\n${exampleText(examples)}`)
}

function settingOption(name: SettingName): Option {
  const { flag, what, variable, default: byDefault } = settingsTable[name]
  return new Option(flag, `${what} (or ${variable}; default: ${byDefault})`)
}

function exampleText(examples: readonly Example[]): string {
  return ['Examples:', ...examples.flatMap(({ line, does }) => [`  # ${does}`, `  $ ${line}`, ''])].join('\n')
}

function makeContext<Name extends SettingName, Input>(
  command: Command,
  { settings, input }: CommandDefinition<Name, Input>,
): CommandContext<Name, Input> {
  const { json, ...given } = command.opts<Record<string, unknown>>()
  const flags: Partial<Record<SettingName, string>> = {}
  for (const name of settings) {
    const flag = given[name]
    if (typeof flag === 'string') flags[name] = flag
    delete given[name]
  }
  for (const [index, argument] of command.registeredArguments.entries())
    given[camelCase(argument.name())] = command.processedArgs[index]
  return {
    settings: readSettings(settings, flags, process.env),
    input: readInput(command, input, given),
    output: makeOutput(json === true, process),
    flags,
    environment: process.env,
    nowMs: Date.now(),
    startProgress: options => makeProgress(process.stderr, options),
  }
}

function readInput<Input>(command: Command, schema: z.ZodType<Input>, given: Record<string, unknown>): Input {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const wrong = read.error.issues.map(issue => {
    const name = String(issue.path[0] ?? '')
    const value = issue.path.reduce<unknown>(
      (at, key) => (at instanceof Object ? Reflect.get(at, key) : undefined),
      given,
    )
    // Quoted as JSON, so that what a terminal would obey is shown instead.
    const said = typeof value === 'string' ? ` is ${JSON.stringify(value)}: it` : ''
    return `${writtenName(command, name)}${said} ${issue.message}`
  })
  throw new CommandFailure(exitCodes.usage, `${wrong.join('\n')}\nSee: ${commandLine(command)} --help`)
}

/** The name as it was typed: `--expires` or `<id>`. */
function writtenName(command: Command, name: string): string {
  const option = command.options.find(known => known.attributeName() === name)
  return option?.long ?? `<${name}>`
}

function commandLine(command: Command): string {
  const parent = command.parent === null ? '' : `${commandLine(command.parent)} `
  return parent + command.name()
}

/** Commander names options so; arguments follow. */
function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
