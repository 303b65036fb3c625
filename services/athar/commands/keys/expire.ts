import { type KeyRecord, keyState } from '@athar/infra/key-store/port.ts'
import { Argument } from 'commander'
import { z } from 'zod'
import { algiersTime } from '../../algiers-time.ts'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { exitCodes } from '../../exit-codes.ts'
import { expiryOrWord } from '../../expiry.ts'
import { keyDocument } from './key-document.ts'
import { keyId, keyIdArgument, noSuchKey } from './key-id.ts'
import { withKeyStore } from './with-key-store.ts'

export const registerExpire: RegisterCommand = keys =>
  addCommand(keys, {
    name: 'expire',
    summary: 'set when a key ends, sooner or later',
    description: [
      'Sets when a key ends: sooner, later, now or never. An expired key opens again when its end is moved. A revoked one',
      'does not: make a new one.',
    ].join(' '),
    examples: [
      { line: 'athar keys expire k3vq7c2mzt 2028-12-31', does: 'through the last day of 2028, in Algiers' },
      { line: 'athar keys expire k3vq7c2mzt now', does: 'pause it' },
      { line: 'athar keys expire k3vq7c2mzt never', does: 'take its end away' },
    ],
    settings: ['data'],
    arguments: [keyIdArgument, new Argument('<when>', 'now, never, a day or a time')],
    input: z.strictObject({ id: keyId, when: expiryOrWord }),
    run: async ({ settings, input: { id, when }, output, nowMs }) => {
      const expiresAtMs = when === 'never' ? undefined : when === 'now' ? nowMs : when.atMs
      const record = await withKeyStore(settings.data, store => store.expire(id, expiresAtMs))
      if (record === undefined) throw noSuchKey(id)
      output.answer(keyDocument(record, nowMs), () => expirySentence(record, nowMs))
      return exitCodes.ok
    },
  })

function expirySentence(key: KeyRecord, nowMs: number): string {
  const state = keyState(key, nowMs)
  if (state === 'revoked') return `Key ${key.id} was revoked: whatever its expiry, it opens nothing. Make a new one.`
  if (key.expiresAtMs === undefined) return `Key ${key.id} does not expire.`
  return `Key ${key.id} ${state === 'expired' ? 'has expired' : 'expires'} at ${algiersTime(key.expiresAtMs)} (Algiers).`
}
