/**
 * Every bound of the system, once. A text, a list or a wait that has no bound here does not exist.
 * Lengths are in UTF-16 code units, sizes in bytes, times in milliseconds.
 */
export const limits = {
  /** A reference to a site, carrier, lot, movement…: CloudEvents `subject` and what points at one. */
  referenceLengthMax: 64,
  /** CloudEvents `id`: a UUID has 36. */
  eventIdLengthMax: 64,
  /** A time: 35 with nanoseconds and an offset. */
  timeLengthMax: 40,
  /** CloudEvents `source`: a URI reference. */
  sourceLengthMax: 256,
  /** Names of organisations, sites and wastes. */
  nameLengthMax: 200,
  /** Reasons and reports in words. */
  textLengthMax: 2_000,
  /** Plates, tickets, seals, certificate numbers. */
  numberLengthMax: 64,

  carriersMax: 10,
  sealsMax: 50,
  packagesMax: 50,
  platesMax: 2,
  /** Lots a movement takes or a treatment reads or gives: a grouping of a whole collection round stays within. */
  lotsMax: 1_000,
  /** Waste prefixes in one permit: more than the list has chapters and sections. */
  permitWastesMax: 1_000,
  legMax: 20,
  packageCountMax: 1_000_000,

  /** One billion kilograms: a hundred times the heaviest train, and far inside exact integers when counted in grams. */
  massKgMax: 1_000_000_000,

  /** How far a sender's clock may run ahead of the ledger's. */
  clockAheadMaxMs: 5 * 60_000,
  /** Nothing before the first Algerian environment law (83-03) is a custody event; an earlier year is a typing error. */
  timeMin: '1983-02-05T00:00:00Z',

  /** One event, as JSON. */
  eventBytesMax: 256 * 1024,
  /** One request body as it arrives, and again after decompression. */
  bodyBytesMax: 8 * 1024 * 1024,
  /** Events in one batch. */
  batchEventsMax: 10_000,
  /** An atomic batch is written in one transaction: small enough not to hold up the others. */
  atomicBatchEventsMax: 1_000,
  /** Nesting of JSON: the deepest payload needs seven. */
  jsonDepthMax: 32,
  /** Field errors reported for one event; the rest is counted. */
  fieldErrorsMax: 20,

  /** Recorded events of one answer of the change feed as one JSON document. */
  feedItemsMax: 10_000,
  feedItemsDefault: 1_000,
  /** Events that one page of a filtered feed may look at before it answers with what it has. */
  feedScanMax: 100_000,
  /** How often an idle live feed says that it is alive. */
  feedCommentEveryMs: 15_000,
  /** Live feeds open at the same time. */
  feedStreamsMax: 1_000,
} as const
