import { z } from 'zod'
import { addCommand, type RegisterCommand } from '../../command.ts'
import { exitCodes } from '../../exit-codes.ts'
import { keyDocument } from './key-document.ts'
import { keyId, keyIdArgument, noSuchKey } from './key-id.ts'
import { withKeyStore } from './with-key-store.ts'

export const registerRevoke: RegisterCommand = keys =>
  addCommand(keys, {
    name: 'revoke',
    summary: 'end a key now and for good',
    description: [
      'Ends a key at once and for good, for instance because it was lost or seen. A ledger that is running turns it away',
      'within a second. What was recorded with it stays recorded. Revoking twice changes nothing.',
    ].join(' '),
    examples: [
      { line: 'athar keys revoke k3vq7c2mzt', does: 'by its id' },
      { line: 'athar keys revoke "$LEAKED_KEY"', does: 'by the key itself, found where it should not be' },
    ],
    settings: ['data'],
    arguments: [keyIdArgument],
    input: z.strictObject({ id: keyId }),
    run: async ({ settings, input: { id }, output, nowMs }) => {
      const record = await withKeyStore(settings.data, store => store.revoke(id, nowMs))
      if (record === undefined) throw noSuchKey(id)
      output.answer(keyDocument(record, nowMs), () => `Key ${id} is revoked: it opens nothing any more.`)
      return exitCodes.ok
    },
  })
