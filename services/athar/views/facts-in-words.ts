import type { Paint } from '../output.ts'
import { readableCount } from '../readable-count.ts'
import { formatTable } from '../table.ts'
import type { ProjectionFacts, ViewFacts } from './view-facts.ts'

/** The projections as a table, and what has stopped and why below it. */
export function factsInWords({ projections }: Pick<ViewFacts, 'projections'>, paint: Paint): string {
  const rows = projections.map(each => [
    each.name,
    String(each.version),
    each.fold,
    readableCount(each.position),
    readableCount(each.behind),
    stateInWords(each, paint),
  ])
  const stops = projections.flatMap(({ name, stopped }) => {
    if (stopped === undefined || stopped.at === stopped.position) return []
    const { at, key, reason } = stopped
    const document = key === undefined ? '' : `, document ${key}`
    return [`${paint('red', name)} stopped at position ${at}${document}: ${reason}`]
  })
  const table = formatTable(['PROJECTION', 'VERSION', 'FOLD', 'POSITION', 'BEHIND', 'STATE'], rows)
  return [table, ...(stops.length > 0 ? ['', ...stops] : [])].join('\n')
}

function stateInWords({ state, stopped, buildingPosition }: ProjectionFacts, paint: Paint): string {
  switch (state) {
    case 'following':
      return paint('green', 'following')
    case 'stopped':
      return paint('red', `stopped at ${readableCount(stopped?.at ?? 0)}`)
    case 'building':
      return paint('yellow', 'being built')
    case 'rebuilding':
      return paint('yellow', `being built anew, at ${readableCount(buildingPosition ?? 0)}`)
    case 'not-built':
      return paint('yellow', 'not built yet')
  }
}
