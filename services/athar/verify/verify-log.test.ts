import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { leafHash } from '@athar/infra/event-log/leaf-hash.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { type Verification, type VerifyOptions, verifyLog } from './verify-log.ts'

const events = 3_000

describe('athar verify', { timeout: testMaxMs }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'athar-verify-'))
  const whole = join(folder, 'log.sqlite')
  beforeAll(() => recordSimulatedEvents(whole, events), testMaxMs)
  afterAll(() => rmSync(folder, { recursive: true }))

  function verify(file: string, options: Partial<VerifyOptions> = {}): Promise<Verification> {
    return verifyLog(file, { integrityCheck: false, threads: 1, start() {}, advance() {}, ...options })
  }

  /** Verifies a copy to which something was done. */
  function verifyDamaged(damage: (log: DamagedLog) => void): Promise<Verification> {
    const file = join(folder, 'damaged.sqlite')
    copyFileSync(whole, file)
    const log = new DamagedLog(file)
    damage(log)
    log.close()
    return verify(file)
  }

  test('a log as the ledger wrote it is well', async () => {
    let [announced, advanced] = [0, 0]
    const verification = await verify(whole, {
      integrityCheck: true,
      start: total => {
        announced += total
      },
      advance: count => {
        advanced += count
      },
    })
    expect(verification).toMatchObject({ head: events, events, findings: [], found: 0 })
    expect({ announced, advanced }).toEqual({ announced: events, advanced: events })
  })

  test('in parts and in threads it finds the same, and checks every event once', async () => {
    let advanced = 0
    const options = {
      threads: 2,
      openEventsPerPart: 400,
      advance: (count: number) => {
        advanced += count
      },
    }
    expect(await verify(whole, options)).toEqual(await verify(whole))
    expect(advanced).toBe(events)

    const file = join(folder, 'hash.sqlite')
    copyFileSync(whole, file)
    const log = new DamagedLog(file)
    log.flip(log.blocks[3] ?? 0, 'hashes', 40)
    log.close()
    const inThreads = await verify(file, { threads: 2, openEventsPerPart: 400 })
    expect(inThreads.found).toBe(1)
    expect(inThreads.findings).toEqual((await verify(file)).findings)
  })

  test('a flipped byte in a block', async () => {
    const { findings, block } = await damagedBlock((log, block) => log.flip(block, 'events', 5_000))
    expect(findings).toContainEqual(
      expect.objectContaining({ check: expect.stringMatching(/^(?:block|hash)$/), position: expect.any(Number) }),
    )
    expect(findings[0]?.position).toBeGreaterThanOrEqual(block)
  })

  test('one changed digit in one event', async () => {
    let position = 0
    const { findings, found } = await verifyDamaged(log => {
      const block = log.blocks[4] ?? 0
      const lines = log.lines(block)
      const index = lines.findIndex(line => /"kg":\d\d\d/.test(line))
      position = block + index
      lines[index] = String(lines[index]).replace(/"kg":\d/, digit => `"kg":${digit.endsWith('9') ? 8 : 9}`)
      log.write(block, lines)
    })
    expect(found).toBe(1)
    expect(findings).toEqual([expect.objectContaining({ check: 'hash', position })])
  })

  test('a removed block', async () => {
    const { findings, block, next } = await damagedBlock((log, block) =>
      log.database.prepare('DELETE FROM block WHERE first_position = ?').run(block),
    )
    expect(findings[0]).toMatchObject({
      check: 'position',
      position: block,
      found: `positions ${block} to ${next - 1} are missing`,
    })
    expect(findings).toContainEqual(expect.objectContaining({ check: 'link' }))
    expect(findings).toContainEqual(expect.objectContaining({ check: 'revision' }))
  })

  test('the last block removed is a shorter log: what a backup or an export knows better', async () => {
    const verification = await verifyDamaged(log =>
      log.database.prepare('DELETE FROM block WHERE first_position = ?').run(log.blocks.at(-1) ?? 0),
    )
    expect(verification.head).toBeLessThan(events)
    expect(verification.found).toBe(0)
  })

  test('a swapped pair of blocks', async () => {
    const { findings } = await verifyDamaged(log => {
      const [one = 0, other = 0] = log.blocks.slice(2, 4)
      for (const [from, to] of [
        [one, -1],
        [other, one],
        [-1, other],
      ] as const)
        log.database.prepare('UPDATE block SET first_position = ? WHERE first_position = ?').run(to, from)
    })
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['link', 'revision']))
  })

  test('a swapped pair of events, hashes and all', async () => {
    let position = 0
    const { findings } = await verifyDamaged(log => {
      const block = log.blocks[5] ?? 0
      const lines = log.lines(block)
      const index = lines.findIndex((line, at) => at > 0 && streamIn(line) !== streamIn(lines[at - 1]))
      position = block + index
      ;[lines[index - 1], lines[index]] = [String(lines[index]), String(lines[index - 1])]
      log.writeWithHashes(block, lines)
    })
    const links = findings.filter(({ check }) => check === 'link').map(finding => finding.position)
    expect(links).toEqual([position - 1, position])
  })

  test('a changed hash', async () => {
    const { findings, block, found } = await damagedBlock((log, block) => log.flip(block, 'hashes', 32 * 2))
    expect(found).toBe(1)
    expect(findings).toEqual([expect.objectContaining({ check: 'hash', position: block + 2 })])
  })

  test('a changed link', async () => {
    const { findings, block } = await damagedBlock((log, block) => log.flip(block, 'links', 18 + 17))
    expect(findings[0]).toMatchObject({ check: 'link', position: block + 1 })
  })

  test('a block that hides a family from filters', async () => {
    const { findings, block } = await damagedBlock((log, block) =>
      log.database.prepare('UPDATE block SET families = 1 WHERE first_position = ?').run(block),
    )
    expect(findings).toEqual([expect.objectContaining({ check: 'block', position: block })])
  })

  test('a recording time that runs back, with a hash that fits', async () => {
    const { findings, block } = await forgedEvent(line => line.replace(/"recordedAt":"20../, '"recordedAt":"2020'))
    expect(findings).toEqual([expect.objectContaining({ check: 'order', position: block + 1 })])
  })

  test('an event that no schema takes, with a hash that fits', async () => {
    const { findings, block } = await forgedEvent(line => line.replace('"data":{', '"data":{"bribe":1,'))
    expect(findings[0]).toMatchObject({
      check: 'event',
      position: block + 1,
      found: expect.stringContaining('/data/bribe'),
    })
  })

  test('a revision that was there before, with a hash that fits', async () => {
    const { findings, block } = await forgedEvent(line => line.replace(/"revision":\d+/, '"revision":77'))
    expect(findings[0]).toMatchObject({ check: 'revision', position: block + 1 })
  })

  test.each([0.97, 0.5, 0.1])('a file cut to %d of its length', async share => {
    const file = join(folder, 'cut.sqlite')
    copyFileSync(whole, file)
    truncateSync(file, Math.floor(statSync(file).size * share))
    const { found, findings } = await verify(file)
    expect(found).toBeGreaterThan(0)
    expect(findings[0]).toMatchObject({ check: 'file', position: 0 })
  })

  test.each([
    ['a trigger', 'CREATE TRIGGER later AFTER INSERT ON block BEGIN DELETE FROM block WHERE first_position = 1; END'],
    ['another table', 'CREATE TABLE more (it)'],
    ['a view', 'CREATE VIEW more AS SELECT * FROM block'],
    ['a second row of what the log is', 'INSERT INTO log SELECT * FROM log'],
  ])('%s that no ledger has put there', async (_, statement) => {
    const { found, findings } = await verifyDamaged(log => log.database.exec(statement))
    expect(found).toBe(1)
    expect(findings[0]).toMatchObject({ check: 'file', position: 0 })
  })

  test('a file that is no database, or nothing at all', async () => {
    const file = join(folder, 'cut.sqlite')
    copyFileSync(whole, file)
    truncateSync(file, 50)
    expect(await verify(file)).toMatchObject({ found: 1, findings: [{ check: 'file' }] })
  })

  async function damagedBlock(damage: (log: DamagedLog, block: number) => void) {
    let [block, next] = [0, 0]
    const verification = await verifyDamaged(log => {
      ;[block = 0, next = 0] = log.blocks.slice(6, 8)
      damage(log, block)
    })
    return { ...verification, block, next }
  }

  /** The second event of a block, changed by someone who knows how hashes are made. */
  function forgedEvent(forge: (line: string) => string) {
    return damagedBlock((log, block) => {
      const lines = log.lines(block)
      lines[1] = forge(String(lines[1]))
      log.writeWithHashes(block, lines)
    })
  }
})

function streamIn(line: string | undefined): string | undefined {
  return /"stream":"([^"]+)"/.exec(line ?? '')?.[1]
}

/** A log in the hands of someone who should not have it. */
class DamagedLog {
  readonly database: DatabaseSync
  /** The first positions of its blocks. */
  readonly blocks: readonly number[]

  constructor(file: string) {
    this.database = new DatabaseSync(file)
    this.blocks = this.database
      .prepare('SELECT first_position FROM block ORDER BY first_position')
      .all()
      .map(row => Number(row.first_position))
  }

  flip(block: number, column: 'events' | 'links' | 'hashes', at: number): void {
    const bytes = this.#blob(block, column)
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    this.#set(block, column, bytes)
  }

  lines(block: number): string[] {
    return zstdDecompressSync(this.#blob(block, 'events')).toString().trimEnd().split('\n')
  }

  write(block: number, lines: readonly string[]): void {
    this.#set(block, 'events', zstdCompressSync(`${lines.join('\n')}\n`))
  }

  writeWithHashes(block: number, lines: readonly string[]): void {
    this.write(block, lines)
    this.#set(block, 'hashes', Buffer.from(lines.map(line => leafHash(Buffer.from(line))).join(''), 'hex'))
  }

  close(): void {
    this.database.close()
  }

  #blob(block: number, column: string): Buffer {
    const row = this.database.prepare(`SELECT ${column} AS bytes FROM block WHERE first_position = ?`).get(block)
    if (!(row?.bytes instanceof Uint8Array)) throw new Error(`there is no block at ${block}`)
    return Buffer.from(row.bytes)
  }

  #set(block: number, column: string, bytes: Uint8Array): void {
    this.database.prepare(`UPDATE block SET ${column} = ? WHERE first_position = ?`).run(bytes, block)
  }
}
