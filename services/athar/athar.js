#!/usr/bin/env node
// The only JavaScript here: a Node too old to run TypeScript must still be able to read why it may not.
import module from 'node:module'
import { join } from 'node:path'

const nodeMajorMin = 26

if (Number.parseInt(process.versions.node, 10) >= nodeMajorMin) {
  // What is compiled once is kept, where only who installs may write: a command then starts in a third of the time. Where nobody
  // may write, nothing is kept, and nothing is said of it.
  module.enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/athar'))
  await import('./athar.ts')
} else {
  process.stderr.write(
    `athar: this is Node ${process.versions.node}, and Athar needs Node ${nodeMajorMin} or newer.\n` +
      'It brings its own: in the folder of Athar, run "npm ci" once, then start it with "npx athar" or "npm start".\n',
  )
  process.exitCode = 2
}
