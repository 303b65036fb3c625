import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * What `projections/README.md` shows is run: the files of its example stand in `testing` folders, with tests of their own.
 * A newcomer puts them a folder higher, which changes how they import what is around them, and in which order.
 */
const example = 'projections/testing/incidents'
const shown: readonly { readonly file: string; readonly asInReadme: (code: string) => string }[] = [
  {
    file: `${example}/incidents-projection.ts`,
    asInReadme: code => code.replaceAll("'../../", "'../"),
  },
  {
    file: `${example}/incidents-projection.test.ts`,
    asInReadme: code => code.replaceAll(/'\.\.\/(?!\.\.)/g, "'../testing/").replaceAll("'../../", "'../"),
  },
  {
    file: 'services/query/testing/incidents-read.ts',
    asInReadme: code =>
      code
        .replaceAll('/testing/incidents/', '/incidents/')
        .replace(/(.*sort-keys.*\n)(.*incidents-projection.*\n)/, '$2$1'),
  },
]

const read = (file: string) => readFile(join(import.meta.dirname, file), 'utf8')
const blocks = [...(await read('projections/README.md')).matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)

describe('the example of projections/README.md is the code that is tested:', () => {
  test.each(shown.map(({ file, asInReadme }, place) => ({ file, asInReadme, place })))(
    '$file',
    async ({ file, asInReadme, place }) => {
      expect(blocks[place]).toBe(asInReadme(await read(file)))
    },
  )

  test('and there is no other', () => {
    expect(blocks).toHaveLength(shown.length)
  })
})
