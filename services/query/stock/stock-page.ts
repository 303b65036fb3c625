import { limits } from '@athar/events/limits.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { type StockLine, type StockQuery, type StockViews, stockLines } from './stock-lines.ts'

/** What a line of the answer stands for: a code over all sites that were asked for, or a code at one site. */
export const stockGroupings = ['code', 'site'] as const
export type StockGrouping = (typeof stockGroupings)[number]

export interface StockGroup {
  readonly code: string
  /** At how many sites it is. */
  readonly sites: number
  readonly grams: number
  /** The first line, which says the site when lines are not grouped over sites. */
  readonly first: StockLine
}

/**
 * Stock in order of code, then site, in groups. Looks at no more lines than `limits.pageScanMax`, and then answers what it
 * has with a `next`; but a sum over sites is never given in parts: the code it has begun is read to its end.
 */
export async function stockPage(
  views: StockViews,
  query: StockQuery & { readonly by: StockGrouping },
  { limit, after }: PageWanted,
): Promise<Page<StockGroup>> {
  const groups: { -readonly [Field in keyof StockGroup]: StockGroup[Field] }[] = []
  let scanned = 0
  let last: StockLine | undefined
  for await (const lines of stockLines(views, query, after?.key)) {
    for (const line of lines) {
      const beginsAnew = query.by === 'site' || line.code !== last?.code
      if (last !== undefined && beginsAnew && (groups.length === limit || scanned >= limits.pageScanMax))
        return { items: groups, next: { sort: '', key: last.name } }
      scanned++
      const current = groups.at(-1)
      if (query.wilaya === undefined || line.wilaya === query.wilaya) {
        if (query.by === 'site' || current?.code !== line.code)
          groups.push({ code: line.code, sites: 1, grams: line.grams, first: line })
        else {
          current.sites++
          current.grams += line.grams
        }
      }
      last = line
    }
  }
  return { items: groups }
}
