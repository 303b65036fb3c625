import type { Position } from '@athar/events/envelope.ts'
import type { Language } from '@athar/events/language.ts'
import type { OpenAnswers } from '@athar/http/open-answers.ts'
import type { Operation } from '@athar/http/openapi/operation.ts'
import type { KeyRecord, KeyStore } from '@athar/infra/key-store/port.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { ViewSource } from '../view-source.ts'
import type { Parameters, ValuesOf } from './parameter.ts'
import type { Readers } from './readers.ts'

/** One GET of the read API: its route, and how it is described. */
export interface Read {
  /** As the description writes it: `/v1/sites/{id}/stock`. */
  readonly path: string
  readonly operation: Operation
  /** The schemas its answers keep to, by the names that they have in the description. */
  readonly schemas: Readonly<Record<string, z.ZodType>>
  addTo(server: FastifyInstance, services: ReadServices): void
}

/** What reads need of the process they run in. */
export interface ReadServices {
  readonly keys: Pick<KeyStore, 'authenticate'>
  readonly source: ViewSource
  /** Exports that are being sent. */
  readonly exports: OpenAnswers
  /** The clock, in milliseconds. */
  now(): number
}

/** What is asked of a read, and where it may look. */
export interface Reading<Path extends Parameters, Query extends Parameters, Projection extends string> {
  readonly path: ValuesOf<Path>
  readonly query: ValuesOf<Query>
  /** The views of the projections that the read has named, each in one snapshot. */
  readonly views: Readonly<Record<Projection, ViewReader>>
  /** The position of the view that is furthest behind. */
  readonly position: Position
  readonly key: KeyRecord
  readonly nowMs: number
  readonly language: Language
}

/** What every read says of itself, whatever its answer looks like. */
export interface ReadDefinition<Path extends Parameters, Query extends Parameters, Projection extends string> {
  /** `/v1/sites/{id}/stock`: every `{name}` is in `parameters.path`. */
  readonly path: string
  readonly operationId: string
  /** What it belongs to in the description: `movements`, `stock`, `lots`, … */
  readonly tag: string
  readonly summary: string
  /** More than the summary says; who may read it is added. */
  readonly description?: string
  readonly readers: Readers<NoInfer<Reading<Path, Query, Projection>>>
  /** What it reads. It answers where the one that is furthest behind stands. */
  readonly projections: readonly Projection[]
  readonly pathParameters: Path
  /** Beside `minPosition`, which every read has. */
  readonly queryParameters: Query
}

/** A schema under the name that it has in the description. */
export interface NamedSchema<Schema extends z.ZodType> {
  readonly name: string
  readonly schema: Schema
}

/** A value that nobody is going to change: what a read answers may be made of what it was given. */
export type Unchanging<Value> = Value extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Unchanging<Value[Name]> }
    : Value
