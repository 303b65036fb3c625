/** How often things go this way or that, as shares. What is not said here goes right. */
export const rates = {
  /** Of the movements, how many begin at a town, a factory, a hospital. */
  household: 0.42,
  industry: 0.36,
  healthcare: 0.22,

  undeclared: 0.015,
  pickUpUnrecorded: 0.008,
  neverReceived: 0.003,
  cancelled: 0.025,
  /** Of the cancelled ones: the truck had left already. */
  cancelledTooLate: 0.15,
  handedOver: 0.1,
  otherCarrier: 0.008,
  otherSite: 0.006,
  diverted: 0.006,
  incident: 0.012,
  incidentWithLoss: 0.6,

  refused: 0.025,
  partlyAccepted: 0.02,
  /** Of the refused loads: those that go back to where they came from. */
  returned: 0.2,
  wrongWeight: 0.015,
  otherWasteFound: 0.008,
  gateClockWrong: 0.004,

  codeUnknown: 0.004,
  certificateMissing: 0.02,
  /** The load is weighed before it is declared; else its mass is estimated. */
  weighedBefore: 0.3,
  /** The driver has no scale: the declared mass is carried on. */
  pickUpUnweighed: 0.25,

  declarationCorrected: 0.028,
  pickUpCorrected: 0.028,
  receiptCorrected: 0.03,
  correctionAnswered: 0.9,
  correctionDeclined: 0.2,

  truckOffline: 0.06,
  siteOffline: 0.02,
  /** Of those that are offline: how many come back only after days. */
  offlineForDays: 0.15,

  /** A centre waits for more before it groups a line. */
  groupingWaits: 0.75,
  permitWithdrawn: 0.33,
} as const
