import { type KeyRecord, type KeyState, keyState } from '@athar/infra/key-store/port.ts'
import { z } from 'zod'
import { algiersTime } from '../../algiers-time.ts'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { exitCodes } from '../../exit-codes.ts'
import type { Paint } from '../../output.ts'
import { formatTable } from '../../table.ts'
import { keyDocument } from './key-document.ts'
import { withKeysToRead } from './with-key-store.ts'

const headings = ['ID', 'ROLE', 'STATE', 'CREATED', 'EXPIRES', 'ORGANISATIONS', 'NAME']

export const registerList: RegisterCommand = keys =>
  addCommand(keys, {
    name: 'list',
    summary: 'all keys, also the expired and revoked',
    description: [
      'Lists all keys, oldest first. Secrets are not among them: nobody has them but who was given the key. Expired and revoked',
      'keys stay, because the log names who sent each event by the id of a key. Times are those of Algiers.',
    ].join(' '),
    examples: [
      { line: 'athar keys list', does: 'all keys' },
      { line: `athar keys list --json | jq -r '.keys[] | select(.state == "active") | .id'`, does: 'ids that open' },
    ],
    settings: ['data'],
    input: z.strictObject({}),
    run: async ({ settings, output, nowMs }) => {
      const keys = await withKeysToRead(settings.data, store => store.list())
      output.answer({ keys: keys.map(key => keyDocument(key, nowMs)) }, paint =>
        formatTable(
          headings,
          keys.map(key => cells(key, nowMs, paint)),
        ),
      )
      return exitCodes.ok
    },
  })

function cells(key: KeyRecord, nowMs: number, paint: Paint): readonly string[] {
  const state = keyState(key, nowMs)
  return [
    key.id,
    key.role,
    paint(colours[state], state),
    algiersTime(key.createdAtMs),
    key.expiresAtMs === undefined ? 'never' : algiersTime(key.expiresAtMs),
    key.role === 'party' ? [...key.organisations].join(' ') : '',
    key.name ?? '',
  ]
}

const colours = { active: 'green', expired: 'yellow', revoked: 'red' } as const satisfies Record<KeyState, string>
