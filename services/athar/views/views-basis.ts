import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLists } from '@athar/events/codes/code-lists.ts'
import { fileNamed } from '@athar/infra/file-named.ts'
import { z } from 'zod'

/** What views are folded from, beside the program and the log, by which each of them is known (`services/views/another-log.ts`). */
interface ViewsBasis {
  /** A hash of all entries of all lists: warnings are judged by them. */
  readonly codes: string
}

const basisSchema = z.strictObject({ codes: z.string() })

/**
 * Throws the views of a folder away when they were folded with other code lists, and notes what they are folded from now.
 * Answers why they were thrown away.
 */
export function keepViewsOfThisBasis(viewsFolder: string): string | undefined {
  const basis: ViewsBasis = { codes: codesHash() }
  const file = join(viewsFolder, 'basis.json')
  const before = readBasis(file)
  if (before?.codes === basis.codes) return undefined
  mkdirSync(viewsFolder, { recursive: true, mode: 0o700 })
  const files = filesIn(viewsFolder)
  const why = files.length > 0 ? whyOther(before) : undefined
  // The folder stays: it may be a disk of its own, which cannot be removed, or a link to one, which would be lost.
  for (const each of files) rmSync(each)
  fileNamed(file, () => writeFileSync(file, `${JSON.stringify(basis)}\n`, { mode: 0o600 }))
  return why
}

function filesIn(folder: string): readonly string[] {
  const found = readdirSync(folder, { withFileTypes: true })
  return found.filter(each => each.isFile()).map(({ name }) => join(folder, name))
}

function whyOther(before: ViewsBasis | undefined): string {
  return before === undefined
    ? 'it is not known with which code lists they were folded'
    : 'the code lists are others than before'
}

function codesHash(): string {
  return hash('sha256', JSON.stringify(codeLists.names().map(name => [name, codeLists.get(name)?.entries])))
}

function readBasis(file: string): ViewsBasis | undefined {
  if (!existsSync(file)) return undefined
  try {
    return basisSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined // it was cut off
  }
}
