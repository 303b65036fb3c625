import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { Tally } from './tally.ts'

test('says each pair of labels with all that was added to it, however often it is asked', async () => {
  const registry = new Registry()
  const tally = new Tally('answers_total', 'Answers', ['route', 'status'], [registry])
  tally.add('POST /v1/events', 201)
  tally.add('POST /v1/events', 201, 2)
  tally.add('POST /v1/events', 409)
  tally.add('none', 404)
  const samples = async () => (await registry.metrics()).split('\n').filter(line => line.startsWith('answers_total'))
  expect(await samples()).toEqual([
    'answers_total{route="POST /v1/events",status="201"} 3',
    'answers_total{route="POST /v1/events",status="409"} 1',
    'answers_total{route="none",status="404"} 1',
  ])
  expect(await samples()).toHaveLength(3)
  tally.add('none', 404)
  expect(await samples()).toContain('answers_total{route="none",status="404"} 2')
})
