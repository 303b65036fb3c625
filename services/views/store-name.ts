/** What the name of a store says: whose documents it holds, which store of that fold it is, and what it was built by. */
export interface StoreName {
  readonly fold: string
  /** Counts up: of two stores with the same projection the one with the higher number was begun later. */
  readonly build: number
  /** How many decisions were taken when it was begun: it follows them all. */
  readonly decisions: number
}

/** `custody-b3-d1` */
export function storeName({ fold, build, decisions }: StoreName): string {
  return `${fold}-b${build}-d${decisions}`
}

/** `undefined`: it is not the name of a store. */
export function readStoreName(name: string): StoreName | undefined {
  const [, fold, build, decisions] = /^([a-z][a-z-]*)-b(\d{1,9})-d(\d{1,9})$/.exec(name) ?? []
  return fold === undefined ? undefined : { fold, build: Number(build), decisions: Number(decisions) }
}
