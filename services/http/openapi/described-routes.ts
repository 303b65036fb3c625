import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Operation } from './operation.ts'

/** How routes are described: what the description of the whole API takes in. */
export interface RouteDescription {
  /** Operations by path, then by method in small letters. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  /** The schemas that the operations refer to, by name. */
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly tags: readonly { readonly name: string; readonly description: string }[]
}

/** Routes that a service brings to the server of another. */
export interface DescribedRoutes extends RouteDescription {
  addTo(server: FastifyInstance): void
}
