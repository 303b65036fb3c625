import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { limits } from '@athar/events/limits.ts'
import { declared } from '@athar/events/testing/movement-events.ts'
import { rawExchange } from '@athar/http/testing/raw-request.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerSchemas } from './openapi/answer-schemas.ts'
import { TestLedger } from './testing/test-ledger.ts'

let ledger: TestLedger
let movements = 0

beforeAll(async () => {
  ledger = await TestLedger.start()
})
afterAll(() => ledger.stop())

function newEvent(): string {
  return JSON.stringify(declared({}, { subject: `MV-${++movements}` }))
}

/** Resolves once the connection has brought this text, and rejects when it closes before. */
async function answerWith(connection: Socket, text: string): Promise<void> {
  let answer = ''
  for (const closed = once(connection, 'close'); !answer.includes(text); ) {
    const [piece] = await Promise.race([once(connection, 'data'), closed])
    if (!Buffer.isBuffer(piece)) throw new Error(`closed after ${answer}`)
    answer += piece
  }
}

async function refusal(response: Promise<Response>) {
  const answer = await response
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return answerSchemas.Problem.parse(await answer.json())
}

describe('JSON that was made to hurt', () => {
  const event = JSON.stringify(declared({}, { subject: 'MV-HOSTILE' }))

  test.each([
    ['1e999 as a mass', event.replace('"kg":1000', '"kg":1e999'), '/data/kg'],
    ['-0.0001 as a mass', event.replace('"kg":1000', '"kg":-0.0001'), '/data/kg'],
    ['four decimals', event.replace('"kg":1000', '"kg":1.0001'), '/data/kg'],
    ['__proto__', event.replace('{"fromSite"', '{"__proto__":{"x":1},"fromSite"'), '/data/__proto__'],
    ['__proto__ around', event.replace('{', '{"__proto__":{"x":1},'), '/__proto__'],
    ['constructor', event.replace('{', '{"constructor":{"prototype":{}},'), '/constructor'],
    ['a name twice', event.replace('"kg":1000', '"kg":1000,"kg":1'), '/data/kg'],
    ['nesting without end', event.replace('"kg":1000', `"kg":${'['.repeat(5_000)}${']'.repeat(5_000)}`), undefined],
    ['a lone surrogate', event.replace('S-PLANT', '\\ud800'), '/data/toSite'],
    ['a type that every object has', event.replace('waste.movement.declared', 'toString'), '/type'],
  ])('%s is an invalid event', async (_, body, pointer) => {
    const problem = await refusal(ledger.post(body))
    expect(problem).toMatchObject({ status: 422, code: 'invalid-event' })
    if (pointer !== undefined) expect(problem.errors?.map(error => error.pointer)).toContain(pointer)
  })

  test('a string of ten million characters is too large', async () => {
    expect(await refusal(ledger.post(`"${'x'.repeat(10_000_000)}"`))).toMatchObject({ status: 413 })
  })

  test.each(['', ' ', 'null', '[]', '7', '"x"', 'true', '\u0000', '{}{}', '[1,]', "{'a':1}", 'NaN'])(
    '%j is refused',
    async body => {
      expect([400, 422]).toContain((await refusal(ledger.post(body))).status)
    },
  )
})

describe('compressed', () => {
  const codings = [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const

  test.each(codings)('%s is read', async (coding, compress) => {
    expect((await ledger.post(compress(newEvent()), { 'content-encoding': coding })).status).toBe(201)
  })

  test.each(codings)('a bomb of %s goes off at the door', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(limits.bodyBytesMax * 8, ' '))
    expect(bomb.length).toBeLessThan(limits.bodyBytesMax / 50)
    expect(await refusal(ledger.post(bomb, { 'content-encoding': coding }))).toMatchObject({ status: 413 })
  })

  test.each(codings)('%s that is cut is not read in part', async (coding, compress) => {
    const cut = compress(newEvent()).subarray(0, -5)
    expect(await refusal(ledger.post(cut, { 'content-encoding': coding }))).toMatchObject({ code: 'body-incomplete' })
  })

  test.each(codings)('what only says it is %s', async coding => {
    const response = ledger.post(newEvent(), { 'content-encoding': coding })
    expect(await refusal(response)).toMatchObject({ code: 'body-incomplete' })
  })
})

test('small bodies that unpack to large ones take the room of a few, however many come at once', async () => {
  const body = gzipSync(Buffer.alloc(limits.bodyBytesMax, '\n'))
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' }
  const beforeBytes = process.memoryUsage().arrayBuffers
  let peakBytes = beforeBytes
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().arrayBuffers)
  }, 2)
  try {
    const answers = await Promise.all(Array.from({ length: 60 }, () => ledger.post(body, headers)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  } finally {
    clearInterval(watch)
  }
  expect(peakBytes - beforeBytes).toBeLessThan(30 * limits.bodyBytesMax)
})

describe('on the wire', () => {
  function request(headers: Readonly<Record<string, string>>, body: string): string {
    const all = {
      host: 'x',
      authorization: `Bearer ${ledger.service}`,
      'content-type': 'application/json',
      connection: 'close',
      ...headers,
    }
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    return `POST /v1/events HTTP/1.1\r\n${head.join('')}\r\n${body}`
  }

  const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`

  async function head(): Promise<string | undefined> {
    return /^athar_head_position (\d+)$/m.exec(await (await ledger.get('/metrics')).text())?.[1]
  }

  test('a body that is cut is not recorded', async () => {
    const before = await head()
    const event = newEvent()
    await rawExchange(ledger.port, request({ 'content-length': `${event.length + 10}` }, event), { thenEnd: true })
    await rawExchange(ledger.port, request({ 'transfer-encoding': 'chunked' }, `ffff\r\n${event}`), { thenEnd: true })
    expect(await head()).toBe(before)
  })

  test('a length that is too small cuts the event, which is then no JSON', async () => {
    const event = newEvent()
    const answer = await rawExchange(ledger.port, request({ 'content-length': `${event.length - 5}` }, event))
    expect(answer).toContain('400 Bad Request')
    expect(answer).toContain('"code":"not-json"')
  })

  test('what follows an event does not answer for it', async () => {
    const event = newEvent()
    const answer = await rawExchange(ledger.port, request({ 'content-length': `${event.length}` }, `${event}{}`))
    expect(answer).toContain('HTTP/1.1 201 Created')
    expect(answer).not.toContain('HTTP/1.1 400')
  })

  test.each([
    ['no number', 'x'],
    ['below zero', '-1'],
    ['beyond counting', '9'.repeat(30)],
    ['two of them', '5\r\ncontent-length: 6'],
  ])('a length that is %s', async (_, length) => {
    const answer = await rawExchange(ledger.port, request({ 'content-length': length }, newEvent()), { thenEnd: true })
    expect(answer).toContain('HTTP/1.1 400 Bad Request')
    expect(answer).toContain('"code":"malformed-request"')
  })

  test('a length beyond the limit is refused before the body comes', async () => {
    const answer = await rawExchange(ledger.port, request({ 'content-length': `${limits.bodyBytesMax + 1}` }, ''))
    expect(answer).toContain('413 Payload Too Large')
    expect(answer).toContain('"code":"body-too-large"')
  })

  test('a body without a length is cut at the limit', async () => {
    const answer = await rawExchange(ledger.port, request({ 'transfer-encoding': 'chunked' }, chunk.repeat(9)))
    expect(answer).toContain('"code":"body-too-large"')
  })

  test.each([
    ['with a length', { 'content-length': `${limits.bodyBytesMax + 1}` }, '', 'x'.repeat(limits.bodyBytesMax + 1)],
    ['in chunks', { 'transfer-encoding': 'chunked' }, chunk.repeat(9), `${chunk.repeat(9)}0\r\n\r\n`],
  ])(
    'a body %s that is too large is let out: a proxy that still sends it must hear why',
    async (...[, size, before, rest]) => {
      const connection = connect(ledger.port, '127.0.0.1')
      connection.write(request({ ...size, connection: 'keep-alive' }, before))
      await answerWith(connection, '"code":"body-too-large"')
      connection.write(rest)
      connection.write(request({ 'content-length': '2' }, '[]'))
      await answerWith(connection, 'HTTP/1.1 422')
      connection.destroy()
    },
  )

  test('what is no HTTP', async () => {
    const answer = await rawExchange(ledger.port, 'EHLO example.dz\r\n\r\n')
    expect(answer).toContain('HTTP/1.1 400 Bad Request')
    expect(answer).toContain('"code":"malformed-request"')
  })

  test('headers without end', async () => {
    const answer = await rawExchange(ledger.port, request({ 'x-much': 'x'.repeat(100_000) }, ''))
    expect(answer).toContain('HTTP/1.1 431 ')
    expect(answer).toContain('"code":"headers-too-large"')
  })

  test('two keys are no key, whichever comes first', async () => {
    const good = `Authorization: Bearer ${await ledger.key({ role: 'service' })}\r\n`
    const bad = 'Authorization: Bearer x\r\n'
    for (const keys of [good + bad, bad + good, good + good]) {
      const answer = await rawExchange(
        ledger.port,
        `GET /v1/events?limit=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${keys}\r\n`,
      )
      expect(answer).toContain('401 Unauthorized')
    }
  })

  test('without a key the answer comes before the body', async () => {
    const headers = { authorization: '', 'content-length': '1000000', connection: 'close' }
    expect(await rawExchange(ledger.port, request(headers, ''), { thenEnd: true })).toContain('401 Unauthorized')
  })
})

test('after all of that it records', async () => {
  expect((await ledger.post(newEvent())).status).toBe(201)
})
