import { hostname, userInfo } from 'node:os'
import type { Decision, Rebuild, Resume, Skip } from '@athar/views/decisions.ts'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'
import { addDecision } from './decisions-file.ts'
import { type ProjectionFacts, type ViewFacts, viewFacts } from './view-facts.ts'

/** What is to be done about a projection that has stopped. */
export interface DecideOptions {
  readonly dataFolder: string
  readonly projection: string
  readonly reason: string
  readonly nowMs: number
}

export interface DecisionTaken {
  readonly decision: Decision
  /** A ledger runs and does it; else the next start does, or "athar rebuild". */
  readonly isServed: boolean
}

/** @throws CommandFailure when the projection is not known, or has not stopped. */
export async function decideToSkip(options: DecideOptions): Promise<DecisionTaken> {
  const facts = await viewFacts(options.dataFolder)
  const { name, fold, stopped } = stoppedProjection(facts, options.projection)
  const { at: position, key } = stopped
  return decide({ kind: 'skip', projection: name, fold, position, ...(key !== undefined && { key }) }, facts, options)
}

/** @throws CommandFailure when the projection is not known, or has not stopped. */
export async function decideToResume(options: DecideOptions): Promise<DecisionTaken> {
  const facts = await viewFacts(options.dataFolder)
  const { name, fold, stopped } = stoppedProjection(facts, options.projection)
  return decide({ kind: 'resume', projection: name, fold, wholeFold: stopped.key === undefined }, facts, options)
}

/** @throws CommandFailure when a projection is not known. */
export async function decideToRebuild(
  names: readonly string[],
  options: Omit<DecideOptions, 'projection'>,
): Promise<DecisionTaken> {
  const facts = await viewFacts(options.dataFolder)
  const projections = names.map(name => known(facts, name).name)
  return decide({ kind: 'rebuild', projections }, facts, options)
}

function decide(
  what: Skip | Resume | Rebuild,
  { isServed }: ViewFacts,
  { dataFolder, reason, nowMs }: Omit<DecideOptions, 'projection'>,
): DecisionTaken {
  const by = `${userInfo().username}@${hostname()}`
  const who = { at: new Date(nowMs).toISOString(), by, reason }
  return { decision: addDecision(dataFiles(dataFolder).viewDecisions, what, who), isServed }
}

function stoppedProjection(facts: ViewFacts, name: string) {
  const found = known(facts, name)
  const { stopped } = found
  if (stopped !== undefined && stopped.at > stopped.position) return { ...found, stopped }
  throw new CommandFailure(
    exitCodes.usage,
    `${name} has not stopped, so there is nothing to decide. See: athar projections`,
  )
}

function known(facts: ViewFacts, name: string): ProjectionFacts {
  const found = facts.projections.find(each => each.name === name)
  if (found !== undefined) return found
  const names = facts.projections.map(each => each.name).join(', ')
  throw new CommandFailure(exitCodes.usage, `there is no projection "${name}": there are ${names}`)
}
