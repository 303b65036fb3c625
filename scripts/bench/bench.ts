import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, meets, quickScale, type Scale, wholeScale } from './figure.ts'
import { batchFigures } from './figures/batch.ts'
import { burstFigures } from './figures/burst.ts'
import { fullLogFigures } from './figures/full-log.ts'
import { lineageFigures } from './figures/lineage.ts'
import { singleFigures } from './figures/single.ts'
import { viewsFigures } from './figures/views.ts'

const help = `npm run bench -- [--quick] [--only batch,single,full-log,burst,views,lineage] [--json FILE] [--folder FOLDER]

Measures the ledger on this machine: load generator, ledger and bare loop together. Every figure with a floor is a ratio
taken in one run, or a bound. Data goes to a temporary folder on a real disk (--folder), synced as in production.

  --quick        under a minute, smaller numbers: to see that it runs, not to quote
  --only NAMES   some of the groups
  --json FILE    the same figures as JSON
  --folder DIR   where the data goes meanwhile (default: ${tmpdir()})

A floor that is not met is marked, and does not fail the run.
`

const groups: Readonly<Record<string, (scale: Scale, folder: string) => Promise<Figure[]>>> = {
  batch: batchFigures,
  single: singleFigures,
  'full-log': fullLogFigures,
  burst: burstFigures,
  views: viewsFigures,
  lineage: lineageFigures,
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    folder: { type: 'string', default: tmpdir() },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write(help)
} else {
  const wanted = values.only?.split(',') ?? Object.keys(groups)
  const unknown = wanted.find(name => groups[name] === undefined)
  if (unknown !== undefined)
    throw new Error(`there is no group "${unknown}"; there are ${Object.keys(groups).join(', ')}`)
  await measure(wanted, values.quick ? quickScale : wholeScale)
}

async function measure(wanted: readonly string[], scale: Scale): Promise<void> {
  const folder = mkdtempSync(join(values.folder, 'athar-bench-'))
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  const figures: Figure[] = []
  process.stdout.write(`${machine}\n${values.quick ? 'Quick: smaller numbers than those to quote.\n' : ''}\n`)
  try {
    for (const name of wanted) {
      for (const figure of (await groups[name]?.(scale, folder)) ?? []) {
        figures.push(figure)
        process.stdout.write(`${row(figure)}\n`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, quick: values.quick, takenAt: new Date(), figures }, null, 2)}\n`,
    )
}

function row(figure: Figure): string {
  const { name, unit, value, floor, atMost, detail } = figure
  const shown = `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)} ${unit}`
  const bound = floor === undefined ? '' : `${atMost ? '≤' : '≥'} ${floor.toLocaleString('en')}`
  const verdict = { true: 'met', false: 'NOT MET', undefined: '' }[String(meets(figure))] ?? ''
  return `${name.padEnd(34)}${shown.padStart(20)}  ${bound.padEnd(10)}${verdict.padEnd(9)}${detail ?? ''}`.trimEnd()
}
