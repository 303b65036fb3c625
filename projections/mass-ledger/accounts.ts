import { remembered, rememberedOfTwo } from '../remembered.ts'

/** Sites, and stocks, whose names are remembered: some 100 bytes each. */
const sitesMax = 20_000
const stocksMax = 50_000

/**
 * The accounts of the mass journal (DESIGN §4), spelled `<kind>/<reference>/<reference>…`: neither a reference nor a waste
 * code has a slash, so a name reads back in one way, and all accounts of a site stand together.
 *
 * What is on the road, and what did not arrive, is booked by the site that it comes from. Of one movement both follow from
 * its document alone, at any time and as known at any position: accounts for each would be a row and a journal more for
 * every movement, which nobody reads, for 3 to 5 µs an event.
 */
export type Account =
  /** What a site has made: below zero, it is the source of everything. */
  | { readonly kind: 'produced'; readonly site: string }
  | { readonly kind: 'stock'; readonly site: string; readonly code: string }
  /** What is on the road from a site. Below zero: receipts whose pick-up nobody has told. */
  | { readonly kind: 'transit'; readonly site: string }
  /** What an operation at a site has put an end to. */
  | { readonly kind: 'fate'; readonly site: string; readonly operation: string }
  | { readonly kind: 'loss'; readonly site: string }
  /** What should have arrived from a site and did not (positive), or arrived beyond it. */
  | { readonly kind: 'discrepancy'; readonly site: string }
  /** What counts found missing (positive) or beyond the books. */
  | { readonly kind: 'adjusted'; readonly site: string }
  | { readonly kind: 'lot'; readonly site: string; readonly code: string; readonly lot: string }
  | { readonly kind: 'held'; readonly site: string }

export type AccountKind = Account['kind']

/**
 * Accounts that say again, in another way, what the stock accounts say: `lot` what is left of each lot of a stock, `held`
 * all stocks of a site together. They are left out when all accounts are added up to zero.
 */
export type MemoKind = 'lot' | 'held'

/** The kinds whose accounts add up to zero, always. */
export const bookedKinds = [
  'produced',
  'stock',
  'transit',
  'fate',
  'loss',
  'discrepancy',
  'adjusted',
] as const satisfies readonly Exclude<AccountKind, MemoKind>[]

export type BookedKind = (typeof bookedKinds)[number]

/** What the names of the lots of one stock begin with. */
const lotsOfStock = rememberedOfTwo((site, code) => `lot/${site}/${code}/`, stocksMax)

export const accountName = {
  produced: remembered(site => `produced/${site}`, sitesMax),
  stock: rememberedOfTwo((site, code) => `stock/${site}/${code}`, stocksMax),
  transit: remembered(site => `transit/${site}`, sitesMax),
  fate: (site: string, operation: string) => `fate/${site}/${operation}`,
  loss: (site: string) => `loss/${site}`,
  discrepancy: remembered(site => `discrepancy/${site}`, sitesMax),
  adjusted: (site: string) => `adjusted/${site}`,
  lot: (site: string, code: string, lot: string) => lotsOfStock(site, code) + lot,
  held: remembered(site => `held/${site}`, sitesMax),
} as const satisfies Record<AccountKind, (...references: string[]) => string>

/** What the names of several accounts begin with. */
export const accountPrefix = {
  /** The stocks of a site, in order of code. */
  stocksOf: (site: string) => `stock/${site}/`,
  /** The lots at a site, in order of code. */
  lotsOf: (site: string) => `lot/${site}/`,
  /** The lots of one stock. */
  lotsOfStock,
  fatesOf: (site: string) => `fate/${site}/`,
  ofKind: (kind: AccountKind) => `${kind}/`,
} as const

/** Reads the name of an account. `undefined` when it is none of this ledger. */
export function accountOf(name: string): Account | undefined {
  const [kind, one = '', two = '', three = '', ...more] = name.split('/')
  const references = [one, two, three].filter(reference => reference !== '').length
  if (more.length > 0) return undefined
  switch (kind) {
    case 'produced':
    case 'transit':
    case 'loss':
    case 'discrepancy':
    case 'adjusted':
    case 'held':
      return references === 1 ? { kind, site: one } : undefined
    case 'stock':
      return references === 2 ? { kind, site: one, code: two } : undefined
    case 'fate':
      return references === 2 ? { kind, site: one, operation: two } : undefined
    case 'lot':
      return references === 3 ? { kind, site: one, code: two, lot: three } : undefined
    default:
      return undefined
  }
}

/** The kind of an account from its name, without reading the rest. */
export function kindOf(name: string): string {
  return name.slice(0, name.indexOf('/'))
}

/** Whether an account takes part in the sum that is always zero. */
export function isBooked(name: string): boolean {
  const kind = kindOf(name)
  return bookedKinds.some(booked => booked === kind)
}
