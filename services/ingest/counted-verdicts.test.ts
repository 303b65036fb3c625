import { problem } from '@athar/events/problems.ts'
import { expect, test } from 'vitest'
import { countVerdicts } from './counted-verdicts.ts'
import type { ItemVerdict } from './submit-items.ts'

function taken(outcome: 'recorded' | 'duplicate'): ItemVerdict {
  return { outcome, id: '1', stream: 'lot-1', revision: 0, position: 1, recordedAt: '', warnings: [] }
}

test('every verdict counts once, and what was rejected by the code of its problem', () => {
  const rejected: ItemVerdict = { outcome: 'rejected', id: undefined, problem: problem('not-json', { reason: '' }) }
  expect(countVerdicts([taken('recorded'), rejected, taken('duplicate'), taken('recorded'), rejected])).toEqual({
    recorded: 2,
    duplicates: 1,
    rejectedFor: ['not-json', 'not-json'],
  })
})
