import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type KillRound, killRounds } from './kill-rounds.ts'

/** More of them, as long as you like: `npm run crash -- --rounds 1000`. */
const rounds = 20

test('whenever it is killed, everything it had acknowledged is where it was said to be, once', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32)
  const seen: KillRound[] = []
  const onRound = (round: KillRound) => seen.push(round)
  await killRounds({ dataFolder: await temporaryFolder(), rounds, seed, onRound }).catch((error: unknown) => {
    throw new Error(`after ${seen.length} rounds: npm run crash -- --rounds ${rounds} --seed ${seed}`, { cause: error })
  })
  expect(seen).toHaveLength(rounds)
  const acknowledged = seen.reduce((sum, round) => sum + round.acknowledged, 0)
  const interrupted = seen.filter(({ unanswered }) => unanswered > 0).length
  console.info(
    `killed ${rounds} times (seed ${seed}): ${acknowledged} events acknowledged, ${interrupted} times mid-flight`,
  )
  expect(acknowledged).toBeGreaterThan(rounds)
  expect(interrupted).toBeGreaterThan(rounds / 4) // else the moments are badly chosen, and nothing was tested
}, 120_000)
