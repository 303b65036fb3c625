import { name, reference } from '@athar/events/fields.ts'
import { limits } from '@athar/events/limits.ts'
import { mintKey } from '@athar/infra/key-store/key-token.ts'
import { type KeyHolder, type KeyRole, keyLimits, keyRoles } from '@athar/infra/key-store/port.ts'
import { Option } from 'commander'
import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { ensureDataFolder } from '../../data-files.ts'
import { exitCodes } from '../../exit-codes.ts'
import { expiry } from '../../expiry.ts'
import { CommandFailure } from '../../failure.ts'
import { keyDocument } from './key-document.ts'
import { withNewKeyStore } from './with-key-store.ts'

const input = z.strictObject({
  role: z.enum(keyRoles),
  organisation: z
    .array(z.string().refine(isReference, `must be 1 to ${limits.referenceLengthMax} of A-Z a-z 0-9 - _ . :`))
    .max(keyLimits.organisationsMax, `may be given ${keyLimits.organisationsMax} times at most`)
    .default([]),
  name: z
    .string()
    .refine(isName, `must be words without control characters, ${limits.nameLengthMax} characters at most`)
    .optional(),
  expires: expiry.optional(),
})

export const registerCreate: RegisterCommand = keys =>
  addCommand(keys, {
    name: 'create',
    summary: 'make a key and show it once',
    description: [
      'Makes a key and prints it, alone, on stdout. It is shown this once: what is kept is a hash. A ledger that is running',
      'takes it within a second.\n\nRoles: party (speaks for its organisations: producers, carriers, operators), service (a',
      'trusted connector, speaks for all), authority (registers and grants), inspector and analyst (read).',
    ].join(' '),
    examples: [
      {
        line: 'athar keys create --role party --organisation C-204 --name "trucks of SARL Nour" --expires 2027-12-31',
        does: 'a carrier, until the end of next year',
      },
      {
        line: 'athar keys create --role party --organisation O-7 --organisation O-8',
        does: 'an operator that is two legal persons',
      },
      { line: 'KEY=$(athar keys create --role service)', does: 'a connector, straight into a variable' },
    ],
    settings: ['data'],
    options: [
      new Option('--role <role>', 'what it is for').choices(keyRoles).makeOptionMandatory(),
      new Option('--organisation <id>', 'whom a party speaks for; may be repeated').argParser(collect),
      new Option('--name <words>', 'what people will know it by'),
      new Option('--expires <when>', 'the last day it opens, or a time; without it, it has no end'),
    ],
    input,
    run: async ({ settings, input, output, nowMs }) => {
      const { name, expires } = input
      if (expires !== undefined && expires.atMs <= nowMs)
        throw new CommandFailure(exitCodes.usage, '--expires must lie in the future: an expired key opens nothing')
      const holder = holderOf(input.role, input.organisation)
      const minted = mintKey()
      ensureDataFolder(settings.data)
      const record = await withNewKeyStore(settings.data, store =>
        store.create(
          { ...holder, ...(name && { name }), ...(expires && { expiresAtMs: expires.atMs }) },
          minted,
          nowMs,
        ),
      )
      output.answer({ ...keyDocument(record, nowMs), token: minted.token }, () => minted.token)
      output.note(
        `Key ${record.id} of role ${record.role}. It is not shown again; "athar keys revoke ${record.id}" ends it.`,
      )
      return exitCodes.ok
    },
  })

function holderOf(role: KeyRole, organisations: readonly string[]): KeyHolder {
  if (role !== 'party') {
    if (organisations.length === 0) return { role }
    throw new CommandFailure(exitCodes.usage, `--organisation is for keys of role party; ${role} speaks for itself`)
  }
  if (organisations.length > 0) return { role, organisations: new Set(organisations) }
  throw new CommandFailure(exitCodes.usage, 'a key of role party needs an --organisation to speak for')
}

function collect(organisation: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), organisation]
}

function isReference(text: string): boolean {
  return reference.safeParse(text).success
}

function isName(text: string): boolean {
  return name.safeParse(text).success
}
