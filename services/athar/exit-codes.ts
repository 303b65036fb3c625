/**
 * What the process says when it ends, once for all commands. From 64 on the numbers are those of BSD's sysexits(3), which
 * supervisors and scripts know.
 */
export const exitCodes = {
  ok: 0,
  /** It ran, and what it looked at is not as it should be: `doctor`, `verify`, a key that is not there. */
  checkFailed: 1,
  /** A flag, an argument or a setting is wrong. Nothing was done. */
  usage: 2,
  /** A file is not what Athar wrote. Restore it from a backup. */
  dataDamaged: 65,
  /** Something that is needed is not there now: the ledger does not answer, another process holds the data. Try again. */
  unavailable: 69,
  /** A bug in Athar. Report it with the text on stderr. */
  internal: 70,
  /** The disk failed or is full; after this the log may hold less than was sent, never less than was acknowledged. */
  ioError: 74,
  /** The rights of a file or folder forbid it. */
  notPermitted: 77,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
