import { mintKey } from '@athar/infra/key-store/key-token.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'

export interface DemoKeys {
  /** For the world, which speaks for everybody. */
  readonly sending: string
  /** For the person who looks. */
  readonly reading: string
  /** Ends both: keys of a demo do not outlive it. */
  revoke(): Promise<void>
}

const outlivesMs = 7 * 24 * 3_600_000

/** Makes the keys of a demo. Should nobody revoke them, they expire after a week. */
export async function makeDemoKeys(keysFile: string, nowMs: number): Promise<DemoKeys> {
  const sending = mintKey()
  const reading = mintKey()
  const store = openSqliteKeyStore(keysFile)
  try {
    const expiresAtMs = nowMs + outlivesMs
    await store.create({ role: 'service', name: 'the world of a demo', expiresAtMs }, sending, nowMs)
    await store.create({ role: 'analyst', name: 'whoever looks at a demo', expiresAtMs }, reading, nowMs)
  } finally {
    await store.close()
  }
  return {
    sending: sending.token,
    reading: reading.token,
    async revoke() {
      const store = openSqliteKeyStore(keysFile)
      for (const { id } of [sending, reading]) await store.revoke(id, Date.now())
      await store.close()
    },
  }
}
