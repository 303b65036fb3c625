import { expect, test } from 'vitest'
import { problemResponses } from './responses.ts'

test.each([
  ['unauthenticated', 401, 'WWW-Authenticate'],
  ['view-behind', 503, 'Retry-After'],
] as const)('a refusal that is %s is described with its header', (code, status, header) => {
  expect(problemResponses([code])[status]?.headers).toHaveProperty([header])
})
