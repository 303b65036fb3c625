import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Operation } from '../openapi/operation.ts'

/** What a description says of routes and of what they answer (OpenAPI 3.1). */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

/** An answer as a caller sees it. */
export interface SeenAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly contentType: string | undefined
  readonly body: string
}

const documentName = 'openapi'

/** Holds answers to the description of the API, as a client that was generated from it would. */
export class Description {
  readonly #document: ApiDescription
  readonly #ajv: Ajv2020
  readonly #validators = new Map<string, ValidateFunction>()

  constructor(document: ApiDescription) {
    this.#document = JSON.parse(JSON.stringify(document))
    // Formats are checked by the patterns beside them; the description has keywords that are not JSON Schema’s.
    this.#ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
    this.#ajv.addSchema(this.#document, documentName)
  }

  /** The templates of all paths, with their methods in capitals. */
  get routes(): readonly string[] {
    return Object.entries(this.#document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
    )
  }

  /** What is wrong with a value by the schema of that name. */
  errorsOf(schema: string, value: unknown): readonly string[] {
    return this.#errors(`#/components/schemas/${schema}`, value)
  }

  /** What an answer has that the description does not say. */
  surprisesIn(answer: SeenAnswer): readonly string[] {
    const path = this.#pathOf(answer.path)
    const operation = path === undefined ? undefined : this.#document.paths[path]?.[answer.method.toLowerCase()]
    if (path === undefined || operation === undefined) return [`${answer.method} ${answer.path} is not described`]
    const response = operation.responses[String(answer.status)]
    if (response === undefined) return [`status ${answer.status}: ${answer.body.slice(0, 300)}`]
    if (response.content === undefined) return answer.body === '' ? [] : ['a body where there is none']
    const mediaType = answer.contentType?.split(';', 1)[0] ?? ''
    const content = response.content[mediaType]
    if (content === undefined) return [`${answer.status} as ${mediaType}`]
    if (!/[/+]json$/.test(mediaType) || content.schema.type === 'object') return []
    const place = ['paths', path, answer.method.toLowerCase(), 'responses', String(answer.status), 'content', mediaType]
    const pointer = place.map(step => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
    return this.#errors(`#/${encodeURI(pointer)}/schema`, JSON.parse(answer.body))
  }

  #errors(reference: string, value: unknown): readonly string[] {
    let validate = this.#validators.get(reference)
    if (validate === undefined) {
      validate = this.#ajv.compile({ $ref: `${documentName}${reference}` })
      this.#validators.set(reference, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

  #pathOf(path: string): string | undefined {
    const steps = path.split('?', 1)[0]?.split('/') ?? []
    return Object.keys(this.#document.paths).find(template => {
      const expected = template.split('/')
      return (
        expected.length === steps.length && expected.every((step, at) => step === steps[at] || step.startsWith('{'))
      )
    })
  }
}
