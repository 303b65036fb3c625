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
  /** CloudEvents `type`: the longest there is has 34. */
  typeLengthMax: 100,
  /** CloudEvents `dataschema`: `urn:athar:<type>:<version>`. */
  dataschemaLengthMax: 200,
  /** W3C Trace Context: a `traceparent` has 55, a `tracestate` may have 512. */
  traceparentLengthMax: 100,
  tracestateLengthMax: 512,
  /** A code of any list of waste: the List of Waste has six digits, the national list four numbers. */
  wasteCodeLengthMax: 32,
  /** The name of a code list: `low`. */
  listNameLengthMax: 16,
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
  /** What parties may say of one movement: a hundred times what happens to any. Beyond is a program that repeats itself. */
  movementEventsMax: 1_000,
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
  /** A name within a JSON Pointer: a longer one is cut, so that an answer is not as long as what was sent. */
  pointerStepLengthMax: 100,
  /** Names one after the other in a sentence, which stays one; whoever wants them all reads the movement. */
  namesListedMax: 10,
  /** Field errors reported for one event; the rest is counted. */
  fieldErrorsMax: 20,

  /** Recorded events of one answer of the change feed as one JSON document. */
  feedItemsMax: 10_000,
  feedItemsDefault: 1_000,
  /** Events that one page of a filtered feed may look at before it answers with what it has. */
  feedScanMax: 100_000,
  /** How often an idle live feed says that it is alive. */
  feedCommentEveryMs: 15_000,
  /** How often an answer that goes on asks whether its key still opens anything. */
  keyCheckEveryMs: 1_000,
  /** Feeds open at the same time; half of them of one key. */
  feedStreamsMax: 1_000,

  /** How long a read waits for the views to reach the position that its caller asks for. */
  viewWaitMaxMs: 5_000,
  /** Items of one page of a read. */
  pageItemsMax: 1_000,
  pageItemsDefault: 100,
  /** Entries that a read looks at while a second filter passes some of them over; then the page is short, with a `next`. */
  pageScanMax: 1_000,
  /** Lots, movements and treatments that a lineage looks into, each way: a hundred times what a person can look at. */
  lineageNodesMax: 5_000,
  /** What one way of a lineage reads around them: entries of lots, and lots of movements and treatments. */
  lineageLinksMax: 20_000,
  /** Sites of one lot that are looked at together, and named together: it keeps its name where it is partly accepted, or moves. */
  lotSitesMax: 20,
  /** Sites at which a lot is looked for that a party may read: many plants call one of theirs by the same plain name. */
  lotSitesSearchedMax: 400,
  /** Documents that gave to a lot or took from it which are added up before the answer says that there are more. */
  lotPartsMax: 20_000,
  /** Lots with something left that the stock of a site counts now, and lots whose past it looks into for the stock of a day. */
  lotsCountedMax: 1_000,
  lotsCountedThenMax: 200,
  /** Months that flows are summed over in one answer: ten years. */
  flowMonthsMax: 120,
  /** Sums by month, waste and pair of sites that one answer adds up, in small steps: some seconds; a year of a country. */
  flowSumsMax: 3_000_000,
  /** Groups of flows in one answer: a file of some 10 MB. */
  flowGroupsMax: 100_000,
  /** Answers of flows that are worked out or sent at the same time, each with some ten MB; half of them of one key. */
  flowsAskedMax: 20,
  /** Exports under way at the same time, each reading page after page; half of them of one key. */
  exportsMax: 50,
} as const
