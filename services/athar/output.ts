import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colours a text when a person will see it on a terminal that wants colours (NO_COLOR, FORCE_COLOR). */
export type Paint = (style: Style, text: string) => string

/** Where a command says what it found: one answer on stdout, and words around it on stderr. */
export interface Output {
  readonly json: boolean
  /** The answer: with `--json` one line of JSON, else what `words` makes of it. Times in `value` are ISO 8601. */
  answer(value: unknown, words: (paint: Paint) => string): void
  /** Words for a person beside the answer. A script that asked for JSON does not get them. */
  note(text: string): void
}

interface Streams {
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

export function makeOutput(json: boolean, { stdout, stderr }: Streams): Output {
  const paint: Paint = (style, text) => styleText(style, text, { stream: stdout })
  return {
    json,
    answer(value, words) {
      stdout.write(`${json ? JSON.stringify(value) : words(paint)}\n`)
    },
    note(text) {
      if (!json) stderr.write(`${text}\n`)
    },
  }
}
