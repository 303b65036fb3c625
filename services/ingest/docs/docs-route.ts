import { readFile } from 'node:fs/promises'
import { problem } from '@athar/events/problems.ts'
import type { RouteDescription } from '@athar/http/openapi/described-routes.ts'
import { Refusal } from '@athar/http/problem-reply.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isKnownTag, tagOf } from '../known-tag.ts'
import { openApiDocument } from '../openapi/document.ts'
import { docsPage, startScript } from './docs-page.ts'
import { once } from './once.ts'

interface Asset {
  readonly contentType: string
  readonly body: Buffer
  readonly etag: string
}

/** What the page may load, and from where: from here. Where it may be shown: nowhere but by itself. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

const assets: Readonly<Record<string, () => Promise<Asset>>> = {
  'swagger-ui.css': once(() => fromFile(import.meta.resolve('swagger-ui-dist/swagger-ui.css'), 'text/css')),
  'swagger-ui-bundle.js': once(() =>
    fromFile(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'), 'text/javascript'),
  ),
  'start.js': once(async () => asset('text/javascript; charset=utf-8', startScript)),
}
const page = once(async () => asset('text/html; charset=utf-8', docsPage))

/** `/openapi.json` and `/docs`, without a key: how to speak to the ledger is no secret, what it holds is. */
export function addDocsRoutes(server: FastifyInstance, more?: RouteDescription): void {
  const description = once(async () => asset('application/json; charset=utf-8', JSON.stringify(openApiDocument(more))))
  server.get('/openapi.json', async (request, reply) => sendAsset(request, reply, await description()))
  server.get('/docs', async (request, reply) => sendAsset(request, reply, await page()))
  server.get<{ Params: { asset: string } }>('/docs/:asset', async (request, reply) => {
    const { asset: name } = request.params
    const load = Object.hasOwn(assets, name) ? assets[name] : undefined
    if (load === undefined) throw new Refusal(problem('not-found', { what: `GET /docs/${name.slice(0, 100)}` }))
    return sendAsset(request, reply, await load())
  })
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, { contentType, body, etag }: Asset): FastifyReply {
  reply.headers(securityHeaders).header('etag', etag).header('cache-control', 'no-cache')
  if (isKnownTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.header('content-type', contentType).send(body)
}

async function fromFile(url: string, mediaType: string): Promise<Asset> {
  return asset(`${mediaType}; charset=utf-8`, await readFile(new URL(url)))
}

function asset(contentType: string, content: string | Buffer): Asset {
  const body = Buffer.from(content)
  return { contentType, body, etag: tagOf(body) }
}
