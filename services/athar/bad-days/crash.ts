import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { type Death, killRounds } from './kill-rounds.ts'

/** `npm run crash`: kills the ledger at random moments for as many rounds as you like, and looks for what it acknowledged. */
const program = new Command('npm run crash --')
  .description(
    'Starts the ledger, sends events, kills it (SIGKILL), starts it again and finds every acknowledged event.',
  )
  .option('--rounds <number>', 'how many times it is killed', wholeNumber, 20)
  .option('--seed <number>', 'the chance behind the events and the moments', wholeNumber, Date.now() % 2 ** 32)
  .parse()
const { rounds, seed } = program.opts<{ rounds: number; seed: number }>()

const dataFolder = await mkdtemp(join(tmpdir(), 'athar-crash-'))
console.info(`${rounds} rounds with seed ${seed}, data in ${dataFolder}`)
await killRounds({
  dataFolder,
  rounds,
  seed,
  onRound: ({ round, death, acknowledged, unanswered, head }) =>
    console.info(
      `${round}/${rounds}: killed ${inWords(death)}; ${acknowledged} acknowledged, ${unanswered} not answered; head ${head}`,
    ),
})
await rm(dataFolder, { recursive: true }) // kept when something was lost: it is the evidence
console.info('every acknowledged event was where it was said to be, none twice')

function inWords(death: Death): string {
  switch (death.when) {
    case 'starting':
      return `${death.afterMs} ms after its start`
    case 'serving':
      return `${death.afterMs} ms after it listened`
    case 'acknowledged':
      return `with the answer to event ${death.events}`
  }
}

function wholeNumber(written: string): number {
  if (!/^\d{1,10}$/.test(written)) throw new InvalidArgumentError('must be a whole number.')
  return Number(written)
}
