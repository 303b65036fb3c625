import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** `events/README.md` leads through code that changes: each place that it names as `name` in `file` is there. */
const readme = await readFile(join(import.meta.dirname, 'events/README.md'), 'utf8')
const places = [...readme.matchAll(/`(\w+)`\s+(?:in|of)\s+`([\w/.-]+\.ts)`/g)].map(([, name = '', file = '']) => ({
  name,
  file,
}))
/** What the example adds. */
const added = ['weighed', 'weighings']

describe('events/README.md names what is there:', () => {
  test.each(places.filter(({ name }) => !added.includes(name)))('$name in $file', async ({ name, file }) => {
    const inEvents = join(import.meta.dirname, 'events', file)
    const code = await readFile(existsSync(inEvents) ? inEvents : join(import.meta.dirname, file), 'utf8')
    expect(code).toMatch(new RegExp(`(?:function\\*?|const|interface|type) ${name}\\b`))
  })

  test('in more than a few places', () => {
    expect(places.length).toBeGreaterThan(10)
  })
})
