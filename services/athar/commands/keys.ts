import { addGroup, type RegisterCommand } from '../command.ts'
import { registerCreate } from './keys/create.ts'
import { registerExpire } from './keys/expire.ts'
import { registerList } from './keys/list.ts'
import { registerRevoke } from './keys/revoke.ts'

export const register: RegisterCommand = program => {
  const keys = addGroup(program, {
    name: 'keys',
    summary: 'who may open the ledger: create, list, revoke, expire',
    description: [
      'Keys open the ledger: each request carries one ("Authorization: Bearer <key>"). The first, of the authority, is in',
      '<data>/authority.key after the first start. These commands work on the data folder, also while the ledger runs.',
    ].join(' '),
    examples: [
      { line: 'athar keys create --role party --organisation C-204', does: 'a key for a carrier' },
      { line: 'athar keys list', does: 'who has one' },
    ],
  })
  for (const registerOne of [registerCreate, registerList, registerRevoke, registerExpire]) registerOne(keys)
}
