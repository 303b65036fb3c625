import type { RouteDescription } from '@athar/http/openapi/described-routes.ts'
import type { Operation } from '@athar/http/openapi/operation.ts'
import { problemCatalogue } from '@athar/http/openapi/responses.ts'
import manifest from '../package.json' with { type: 'json' }
import { getCodeList, getCodes } from './code-operations.ts'
import { componentSchemas } from './component-schemas.ts'
import { getEvents, getMovementEvents, postEvents } from './event-operations.ts'
import { getDocs, getDocsAsset, getLivez, getMetrics, getOpenapi, getReadyz } from './service-operations.ts'

export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes: unknown }
  readonly [part: string]: unknown
}

const noMore: RouteDescription = { paths: {}, schemas: {}, tags: [] }

/** The description of everything that is answered over HTTP, with the routes that another service brings: OpenAPI 3.1. */
export function openApiDocument(more: RouteDescription = noMore): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Athar (أثر): the national waste ledger',
      version: manifest.version,
      description:
        'Producers, carriers and treatment sites say what happened; the ledger checks it, writes it down for good, and answers. Every route under /v1 takes a key: `Authorization: Bearer <key>`.',
    },
    servers: [{ url: '/', description: 'This ledger' }],
    security: [{ key: [] }],
    tags: [
      { name: 'events', description: 'Say what happened, and read what was said' },
      ...more.tags,
      { name: 'codes', description: 'What codes mean, and when' },
      { name: 'service', description: 'For supervisors, proxies, Prometheus and developers' },
    ],
    paths: {
      '/v1/events': { post: postEvents, get: getEvents },
      '/v1/movements/{id}/events': { get: getMovementEvents },
      ...more.paths,
      '/v1/codes': { get: getCodes },
      '/v1/codes/{list}': { get: getCodeList },
      '/livez': { get: getLivez },
      '/readyz': { get: getReadyz },
      '/metrics': { get: getMetrics },
      '/openapi.json': { get: getOpenapi },
      '/docs': { get: getDocs },
      '/docs/{asset}': { get: getDocsAsset },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that `athar keys create` shows once' },
      },
      schemas: componentSchemas(more.schemas),
    },
    'x-problems': problemCatalogue(),
  }
}
