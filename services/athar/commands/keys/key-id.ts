import { readKeyId } from '@athar/infra/key-store/key-token.ts'
import { Argument } from 'commander'
import { z } from 'zod'
import { exitCodes } from '../../exit-codes.ts'
import { CommandFailure } from '../../failure.ts'

export const keyIdArgument = new Argument('<id>', 'the id of a key, as "athar keys list" shows it, or the whole key')

/** An id, also when the whole key was given, as it is found where it leaked. */
export const keyId = z.string().transform((written, context) => {
  const id = readKeyId(written)
  if (id !== undefined) return id
  context.addIssue('must be the id of a key: ten of a-z and 2-7, as "athar keys list" shows it')
  return z.NEVER
})

export function noSuchKey(id: string): CommandFailure {
  return new CommandFailure(exitCodes.checkFailed, `there is no key ${id}; "athar keys list" shows all of them`)
}
