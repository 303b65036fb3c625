/** Does something with a file. What the system throws meanwhile names the file, which it does not do when a write fails. */
export function fileNamed<Done>(file: string, work: () => Done): Done {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && !error.message.includes(file)) error.message = `${file}: ${error.message}`
    throw error
  }
}
