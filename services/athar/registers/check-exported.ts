import type { Readable } from 'node:stream'
import { strictnessError } from '@athar/ingest/body/repeated-names.ts'
import { type ChainedLine, checkRegister, type RegisterFault } from '@athar/projections/registers/check-register.ts'
import { hashBeforeFirst } from '@athar/projections/registers/line-hash.ts'
import { type RegisterKind, registerKinds } from '@athar/projections/registers/register-line.ts'
import { z } from 'zod'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { type Line, readLines } from '../import/lines.ts'

export interface CheckedRegister {
  readonly site: string
  readonly register: RegisterKind
  /** The number of the first line; what stands before a later one than 1 was not there to be checked. */
  readonly from: number
  /** The number and the hash of the last line that is well. */
  readonly to: number
  readonly hash: string
  readonly fault?: RegisterFault
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** The hash is over all that a line says, whatever that is: what it should say is the ledger's to know. */
const exportedLine = z.looseObject({
  number: z.int().min(1),
  hash,
  previousHash: hash,
  site: z.string(),
  register: z.enum(registerKinds),
  correctsNumber: z.int().optional(),
})

type ExportedLine = ChainedLine & z.infer<typeof exportedLine>

/**
 * Checks the lines of an exported register, NDJSON in a file or on stdin (`-`), some at a time. It needs nothing of the
 * ledger that wrote them. Ends at the first fault.
 *
 * @throws CommandFailure when there is no line, or one is no line of a register; what the disk throws.
 */
export async function checkExportedRegister(file: string, stdin: Readable): Promise<CheckedRegister> {
  let checked: CheckedRegister | undefined
  for await (const batch of readLines(file, stdin)) {
    const lines = batch.map(line => registerLineIn(file, line))
    const first = lines[0]
    if (first === undefined) continue
    checked ??= {
      site: first.site,
      register: first.register,
      from: first.number,
      to: first.number - 1,
      hash: first.number === 1 ? hashBeforeFirst : first.previousHash,
    }
    const { site, register } = checked
    const strange = lines.findIndex(line => line.site !== site || line.register !== register)
    const result = checkRegister(strange === -1 ? lines : lines.slice(0, strange), {
      count: checked.to,
      hash: checked.hash,
    })
    if ('fault' in result) return { ...checked, fault: result.fault }
    checked = { ...checked, to: result.end.count, hash: result.end.hash }
    const other = lines[strange]
    if (other !== undefined)
      return {
        ...checked,
        fault: { number: checked.to + 1, wrong: `it is of the ${other.register} register of ${other.site}` },
      }
  }
  if (checked === undefined) throw new CommandFailure(exitCodes.dataDamaged, `${file} has no line`)
  return checked
}

function registerLineIn(file: string, { number, text }: Line): ExportedLine {
  const read = exportedLine.safeParse(asJson(text))
  if (read.success) return read.data
  throw new CommandFailure(
    exitCodes.dataDamaged,
    `${file}, line ${number}: this is no line of a register. Export it as lines of JSON (Accept: application/x-ndjson)`,
  )
}

/** Nothing when it is not JSON, or says two things under one name: of those one reader takes the first, and another the last. */
function asJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return JSON.stringify(json) === text || strictnessError(text) === undefined ? json : undefined
  } catch {
    return undefined
  }
}
