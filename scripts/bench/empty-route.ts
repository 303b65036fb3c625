import fastify from 'fastify'

/** The least that HTTP can cost: a fastify route that parses the body of one event, and answers. */
const server = fastify()
server.addContentTypeParser('application/cloudevents+json', { parseAs: 'string' }, (_request, body, done) =>
  done(null, JSON.parse(String(body))),
)
server.post('/v1/events', async (_request, reply) => reply.code(201).send({ ok: true }))
await server.listen({ port: 0, host: '127.0.0.1' })
const address = server.server.address()
process.send?.(typeof address === 'object' ? address?.port : undefined)
