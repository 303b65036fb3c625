import { mintKey } from '@athar/infra/key-store/key-token.ts'
import { withKeyStore, withNewKeyStore } from '../commands/keys/with-key-store.ts'

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
export async function makeDemoKeys(dataFolder: string, nowMs: number): Promise<DemoKeys> {
  const sending = mintKey()
  const reading = mintKey()
  const expiresAtMs = nowMs + outlivesMs
  await withNewKeyStore(dataFolder, async store => {
    await store.create({ role: 'service', name: 'the world of a demo', expiresAtMs }, sending, nowMs)
    await store.create({ role: 'analyst', name: 'whoever looks at a demo', expiresAtMs }, reading, nowMs)
  })
  return {
    sending: sending.token,
    reading: reading.token,
    revoke: () =>
      withKeyStore(dataFolder, async store => {
        for (const { id } of [sending, reading]) await store.revoke(id, Date.now())
      }),
  }
}
