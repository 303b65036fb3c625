import { expect, test } from 'vitest'
import { streamKey } from './stream-key.ts'

test('the streams of logs that are there keep their keys: with others nothing that was recorded would be found', () => {
  expect(streamKey('movement-MV-2026-000123', [1, 2, 3])).toEqual([334987429, 3896456721, 3755304782])
  expect(streamKey('lot-L-1', [-7, 0x7fffffff, 0])).toEqual([1137564223, 2420047630, 707436311])
})
