import manifest from '../package.json' with { type: 'json' }
import { componentSchemas } from './component-schemas.ts'
import * as operations from './operations.ts'
import { problemCatalogue } from './responses.ts'

export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly paths: Readonly<Record<string, Readonly<Record<string, operations.Operation>>>>
  readonly [part: string]: unknown
}

/** The description of everything that the ledger answers over HTTP: OpenAPI 3.1. */
export function openApiDocument(): OpenApiDocument {
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
      { name: 'codes', description: 'What codes mean, and when' },
      { name: 'service', description: 'For supervisors, proxies, Prometheus and developers' },
    ],
    paths: {
      '/v1/events': { post: operations.postEvents, get: operations.getEvents },
      '/v1/movements/{id}/events': { get: operations.getMovementEvents },
      '/v1/codes': { get: operations.getCodes },
      '/v1/codes/{list}': { get: operations.getCodeList },
      '/livez': { get: operations.getLivez },
      '/readyz': { get: operations.getReadyz },
      '/metrics': { get: operations.getMetrics },
      '/openapi.json': { get: operations.getOpenapi },
      '/docs': { get: operations.getDocs },
      '/docs/{asset}': { get: operations.getDocsAsset },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that `athar keys create` shows once' },
      },
      schemas: componentSchemas(),
    },
    'x-problems': problemCatalogue(),
  }
}
