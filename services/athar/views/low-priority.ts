import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Of 19 steps downwards. While more arrives than the views can follow, reads answer sooner than at 5, and the views lag no more. */
const niceness = 15

/** Lets the system prefer the other threads of this process to the one that calls. Where it cannot be done it is not. */
export function lowerPriorityOfThread(): void {
  try {
    const thread = readlinkSync('/proc/thread-self').split('/').at(-1) // Linux: `<process>/task/<thread>`
    setPriority(Number(thread), niceness)
  } catch {
    // Then the threads share the machine as equals.
  }
}
