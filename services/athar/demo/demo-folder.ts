import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'

/** The world that lives in a folder. A later demo in the same folder goes on with it. */
const demoWorld = z.strictObject({
  seed: z.number(),
  start: z.string(),
  movementsPerDay: z.number(),
})

export type DemoWorld = z.infer<typeof demoWorld>

export interface DemoFolder {
  readonly path: string
  readonly world: DemoWorld
  /** Removes a folder that was made for this demo only. */
  leave(): void
}

const worldFile = 'demo.json'

/**
 * Makes the data folder of a demo: a temporary one, or the one that is named. A folder that holds anything but a demo is refused:
 * made-up events have no place in a real log.
 *
 * @throws CommandFailure when the folder is no demo's.
 */
export function makeDemoFolder(named: string | undefined, newWorld: DemoWorld): DemoFolder {
  if (named === undefined) {
    const path = mkdtempSync(join(tmpdir(), 'athar-demo-'))
    return { path, world: newWorld, leave: () => rmSync(path, { recursive: true, force: true }) }
  }
  const path = resolve(named)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const file = join(path, worldFile)
  if (existsSync(file)) return { path, world: readWorld(file), leave() {} }
  if (readdirSync(path).length > 0)
    throw new CommandFailure(
      exitCodes.usage,
      `${path} holds something else than a demo: made-up events have no place there. Name an empty folder`,
    )
  writeFileSync(file, `${JSON.stringify(newWorld)}\n`, { mode: 0o600 })
  return { path, world: newWorld, leave() {} }
}

function readWorld(file: string): DemoWorld {
  try {
    return demoWorld.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new CommandFailure(exitCodes.dataDamaged, `${file} is not what a demo wrote`, { cause: error })
  }
}
