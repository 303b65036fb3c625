import type { Paint } from '../output.ts'
import { readableCount } from '../readable-count.ts'
import { formatTable } from '../table.ts'
import type { ViewsVerification } from './verify-views.ts'

const inWords = {
  missing: 'is not there',
  'not-due': 'is there, and does not follow from the log',
  other: 'is not what follows from the log',
} as const

/** What the comparison of the views has come to; at most `list` differences of each store. */
export function viewsText(
  { stores, unusable, others, missing, sumGrams }: ViewsVerification,
  list: number,
  paint: Paint,
): string {
  const lines = stores.map(({ store, projections, stopped, position, compared, found }) => {
    const word = found === 0 ? paint('green', 'well') : paint('red', `${readableCount(found)} differences`)
    const left = stopped.length === 0 ? '' : `; stopped and not compared: ${stopped.join(', ')}`
    return `${word}: ${store} (${projections.join(', ')}) at position ${readableCount(position)}, ${readableCount(compared)} things compared${left}`
  })
  const differences = stores.flatMap(({ store, differences }) =>
    differences
      .slice(0, list)
      .map(({ kind, name, found }) => [store, kind, name.replaceAll('\0', ' '), inWords[found]]),
  )
  const notBuilt = missing.filter(name => !others.some(({ projections }) => projections.includes(name)))
  const isZero = sumGrams === 0
  return [
    ...lines,
    ...unusable.map(({ why }) => `${paint('red', 'broken')}: ${why}`),
    ...others.map(({ why }) => `${paint('yellow', 'not compared')}: ${why}`),
    ...(notBuilt.length > 0 ? [`not built, and not compared: ${notBuilt.join(', ')}`] : []),
    ...(sumGrams === undefined
      ? []
      : [`${isZero ? paint('green', 'well') : paint('red', 'wrong')}: all mass adds up to ${sumGrams} g`]),
    ...(differences.length > 0 ? [formatTable(['STORE', 'WHAT', 'NAME', 'FOUND'], differences)] : []),
  ].join('\n')
}
