import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Of 19 steps downwards: with three threads on two cores, those that record keep some nine tenths of what they had. */
const niceness = 5

/** Lets the system prefer the other threads of this process to the one that calls. Where it cannot be done it is not. */
export function lowerPriorityOfThread(): void {
  try {
    const thread = readlinkSync('/proc/thread-self').split('/').at(-1) // Linux: `<process>/task/<thread>`
    setPriority(Number(thread), niceness)
  } catch {
    // Then the threads share the machine as equals.
  }
}
