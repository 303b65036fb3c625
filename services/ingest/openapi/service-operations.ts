import { notModified, type Operation, path } from '@athar/http/openapi/operation.ts'
import { type MediaContent, problemResponses } from '@athar/http/openapi/responses.ts'

const text: MediaContent = { schema: { type: 'string' } }
export const getLivez = forMachines({
  operationId: 'livez',
  summary: 'Is the process alive',
  content: { 'text/plain': text },
})
export const getReadyz = forMachines({
  operationId: 'readyz',
  summary: 'Can it record events now, and read what it has',
  content: { 'text/plain': text },
  problems: ['ledger-unavailable', 'view-unavailable'],
})
export const getMetrics = forMachines({
  operationId: 'metrics',
  summary: 'Figures for Prometheus',
  content: { 'text/plain': text },
})
export const getOpenapi = forMachines({
  operationId: 'openapi',
  summary: 'This description',
  content: { 'application/json': { schema: { type: 'object' } } },
  isTagged: true,
})
export const getDocs = forMachines({
  operationId: 'docs',
  summary: 'This description, to read',
  content: { 'text/html': text },
  isTagged: true,
})
export const getDocsAsset: Operation = {
  ...forMachines({
    operationId: 'docsAsset',
    summary: 'What the page at /docs loads',
    content: { 'text/css': text, 'text/javascript': text },
    problems: ['not-found'],
    isTagged: true,
  }),
  parameters: [path('asset', 'Its file name', { type: 'string' })],
}

interface MachineOperation {
  readonly operationId: string
  readonly summary: string
  readonly content: Record<string, MediaContent>
  readonly problems?: Parameters<typeof problemResponses>[0]
  readonly isTagged?: boolean
}

function forMachines({ operationId, summary, content, problems = [], isTagged = false }: MachineOperation): Operation {
  return {
    operationId,
    tags: ['service'],
    summary,
    description: 'Without a key.',
    security: [],
    responses: {
      200: { description: summary, content },
      ...(isTagged && { 304: notModified() }),
      ...problemResponses(problems),
    },
  }
}
