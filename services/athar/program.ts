import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { Command } from 'commander'
import { z } from 'zod'
import type { RegisterCommand } from './command.ts'

const commandsFolder = join(import.meta.dirname, 'commands')

/** The whole command line: every file in `commands/` adds its own. Nothing else needs to know of a new one. */
export async function makeProgram(): Promise<Command> {
  const program = new Command('athar')
    .description('Athar (أثر): the ledger that follows waste from the site that makes it to its final fate.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .configureHelp({ styleTitle: title => styleText('bold', title, { validateStream: false }) })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'athar:')) })
    .showHelpAfterError('(add --help to see what it takes)')
    .exitOverride()
  for (const register of await loadCommands()) register(program)
  return program.addHelpText('after', programHelp)
}

const programHelp = `
Every command explains itself: athar <command> --help
Settings come from flags, then from ATHAR_* variables, then from defaults: athar settings
Exit codes: 0 done · 1 a check failed · 2 wrong flag or setting · 65 data damaged · 69 unavailable
            70 bug · 74 disk failed or full · 77 not permitted
`

async function loadCommands(): Promise<readonly RegisterCommand[]> {
  const files = readdirSync(commandsFolder)
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
  return Promise.all(
    files.map(async file => {
      const loaded: unknown = await import(join(commandsFolder, file))
      if (!isCommandModule(loaded)) throw new Error(`commands/${file} does not export a function "register"`)
      return loaded.register
    }),
  )
}

function isCommandModule(loaded: unknown): loaded is { readonly register: RegisterCommand } {
  return typeof loaded === 'object' && loaded !== null && 'register' in loaded && typeof loaded.register === 'function'
}

function packageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
