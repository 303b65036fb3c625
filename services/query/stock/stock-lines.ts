import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { stockOfTally, tallyName, tallyPrefix } from '@athar/projections/mass-ledger/tallies.ts'
import { siteDocuments } from '../directory/directory-documents.ts'
import { codeOf, stocksNow } from './site-stock.ts'

/** One waste at one site. */
export interface StockLine {
  /** Orders lines: by code, then site. */
  readonly name: string
  readonly code: string
  readonly site: string
  readonly grams: number
  /** Where the site lies; absent when nobody has registered it. */
  readonly wilaya?: string
}

export interface StockQuery {
  readonly code?: string | undefined
  readonly site?: string | undefined
  readonly wilaya?: string | undefined
}

export interface StockViews {
  readonly 'mass-ledger': ViewReader
  readonly directory: ViewReader
}

/** Lines that are fetched at once, with their sites. */
const chunkLines = 250

/** Every stock at every site after a name, in chunks that are fetched one by one, each line with its wilaya. */
export async function* stockLines(
  { 'mass-ledger': view, directory }: StockViews,
  { code, site }: StockQuery,
  after: string | undefined,
): AsyncGenerator<readonly StockLine[]> {
  if (site !== undefined) {
    const lines = (await linesOfSite(view, site)).filter(
      line => (code === undefined || line.code === code) && (after === undefined || line.name > after),
    )
    yield withWilayas(directory, lines)
    return
  }
  const prefix = code === undefined ? tallyPrefix.stocks : tallyPrefix.stocksOf(code)
  for (let last = after; ; ) {
    const tallies = await view.tallies({ prefix, limit: chunkLines, ...(last !== undefined && { after: last }) })
    const lines = tallies.flatMap(({ tally, total }) => {
      const stock = stockOfTally(tally)
      return stock === undefined ? [] : [{ name: tally, ...stock, grams: total }]
    })
    yield withWilayas(directory, lines)
    last = tallies.at(-1)?.tally
    if (tallies.length < chunkLines) return
  }
}

/** A site has some codes: all of them at once. */
async function linesOfSite(view: ViewReader, site: string): Promise<readonly StockLine[]> {
  return (await stocksNow(view, site))
    .map(({ account, total }) => {
      const code = codeOf(account)
      return { name: tallyName.stockOf(code, site), code, site, grams: total }
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function withWilayas(directory: ViewReader, lines: readonly StockLine[]): Promise<readonly StockLine[]> {
  const sites = await siteDocuments(directory, [...new Set(lines.map(({ site }) => site))])
  const wilayas = new Map(sites.map(({ registered: { subject, data } }) => [subject, data.wilaya]))
  return lines.map(line => {
    const wilaya = wilayas.get(line.site)
    return wilaya === undefined ? line : { ...line, wilaya }
  })
}
