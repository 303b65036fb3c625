import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changesBetween } from '../../testing/generated-history.ts'
import { opened } from '../../testing/stores-under-test.ts'
import { readMark, writeMark } from '../backfill-mark.ts'
import { pageBytes } from '../database.ts'
import { SqliteViewStores } from '../sqlite-view-stores.ts'

/** Events of the made-up history before the first moment, and between two: few, so that most pages stay as they are. */
const firstStep = 600
const nextSteps = 2
const moments = 16

/** The file of the view in the folder of a moment. */
export function viewAt(moment: string): string {
  return join(moment, 'custody.sqlite')
}

/**
 * Copies of a view as a process that is killed leaves it behind, at many moments: between commits, after the write-ahead
 * log was moved into the file, after it was moved in part because of a reader, and in the midst of being moved.
 *
 * @returns the folder of each
 */
export async function momentsOfAView(folder: string): Promise<readonly string[]> {
  const live = join(folder, 'live')
  const store = await opened(new SqliteViewStores(live, { walPagesMax: 60 }))
  const taken: string[] = []
  const take = () => {
    const moment = join(folder, `moment-${taken.length}`)
    cpSync(live, moment, { recursive: true })
    taken.push(moment)
  }
  take()
  let position = 0
  const commit = async () => {
    const to = position + (position === 0 ? firstStep : nextSteps)
    await store.commit(changesBetween(position, to), { from: position, to })
    position = to
    take()
  }
  for (let moment = 0; moment < moments; moment++) {
    await commit()
    // A reader keeps what comes after it from being moved.
    if (moment % 4 === 0) await store.snapshot(() => commit().then(commit))
  }
  await store.close()
  take()
  for (const moment of taken.slice(1, -1)) taken.push(...(await inTheMidst(moment)))
  return taken
}

/** What is there when a process is killed while it moves the write-ahead log into the file, page after page. */
async function inTheMidst(moment: string): Promise<readonly string[]> {
  const after = `${moment}-moved`
  cpSync(moment, after, { recursive: true })
  const store = await opened(new SqliteViewStores(after))
  await store.close()
  const commits = readMark(viewAt(after))?.commits ?? 0
  const [old, moved] = [readFileSync(viewAt(moment)), readFileSync(viewAt(after))]
  return [0.3, 0.7].map(share => {
    const midst = `${moment}-midst-${share}`
    cpSync(moment, midst, { recursive: true })
    const bytes = Math.ceil((moved.length / pageBytes) * share) * pageBytes
    writeFileSync(viewAt(midst), Buffer.concat([moved.subarray(0, bytes), old.subarray(bytes)]))
    writeMark(viewAt(midst), { commits, pages: old.length / pageBytes, isWhole: false })
    return midst
  })
}
