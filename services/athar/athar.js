#!/usr/bin/env node
// The only JavaScript here: a Node too old to run TypeScript must still be able to read why it may not.
const nodeMajorMin = 26

if (Number.parseInt(process.versions.node, 10) >= nodeMajorMin) {
  await import('./athar.ts')
} else {
  process.stderr.write(
    `athar: this is Node ${process.versions.node}, and Athar needs Node ${nodeMajorMin} or newer.\n` +
      'It brings its own: in the folder of Athar, run "npm ci" once, then start it with "npx athar" or "npm start".\n',
  )
  process.exitCode = 2
}
