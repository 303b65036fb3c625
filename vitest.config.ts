import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Many tests start the command line as a process of its own: what Node has compiled once is not compiled again. The
// workers and all that they start inherit the variable.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

/** Some of them replace modules and methods of the runtime, most run long: each file has a worker of its own. */
const alone = ['infra/**/*.test.ts', 'services/athar/**/*.test.ts']

/**
 * The slowest begin first: one that begins last keeps one core idle until it ends. Ledgers that are killed leave nothing
 * compiled behind, so the one that kills comes after one whose ledgers end in peace.
 */
const slowest = [
  'services/athar/views/served-views.test.ts',
  'infra/view-store/sqlite/failing-disk.test.ts',
  'services/athar/bad-days/kill.test.ts',
  'infra/event-log/sqlite/failing-disk.test.ts',
  'services/athar/commands/',
  'services/athar/',
]

/** Without times of an earlier run vitest would begin with the largest files. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = slowest.findIndex(path => moduleId.includes(path))
      return found === -1 ? slowest.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    sequence: { sequencer: SlowestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{events,projections,infra,services,scripts}/**/*.test.ts', '*.test.ts'],
          exclude: [...alone, '**/node_modules/**'],
          isolate: false,
        },
      },
    ],
  },
})
