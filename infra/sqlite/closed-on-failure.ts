/** Answers what is made of something open. When that fails it is closed, because nobody else could: nobody has it yet. */
export function closedOnFailure<Opened extends { close(): void }, Made>(
  opened: Opened,
  make: (opened: Opened) => Made,
): Made {
  try {
    return make(opened)
  } catch (failure) {
    opened.close()
    throw failure
  }
}
