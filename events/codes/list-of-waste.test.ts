import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { languages } from '../language.ts'
import { listOfWaste } from './list-of-waste.ts'

const wastesByChapter = [...Map.groupBy(listOfWaste.entries, waste => waste.code.slice(0, 2))]

describe('the list of waste', () => {
  test('has 842 codes, of which 408 are hazardous', () => {
    expect(listOfWaste.entries).toHaveLength(842)
    expect(listOfWaste.entries.filter(waste => waste.hazardous)).toHaveLength(408)
  })

  test('has the codes and entry types of the decision, in its order', () => {
    const lines = listOfWaste.entries.map(({ code, entry }) => `${code.match(/../g)?.join(' ')}\t${entry}\n`)
    expect(createHash('sha256').update(lines.join('')).digest('hex')).toBe(
      'd6cf3168f394f525a86540da2503fc08e5250c9d8bd07f7a28e54561296b5172',
    )
  })

  test('tells mixed rubble that is hazardous from its mirror that is not, and engine oil has no mirror', () => {
    expect(listOfWaste.find('170106')).toMatchObject({ entry: 'MH', hazardous: true, mirror: true })
    expect(listOfWaste.find('170107')).toMatchObject({ entry: 'MNH', hazardous: false, mirror: true })
    expect(listOfWaste.find('130205')).toMatchObject({ entry: 'AH', hazardous: true, mirror: false })
  })

  test.each(['010310', '160307', '190308'])('%s came with the amendment of 2014', code => {
    expect(listOfWaste.find(code, '2015-05-31')).toBeUndefined()
    expect(listOfWaste.find(code, '2015-06-01')?.hazardous).toBe(true)
  })

  test('all other codes are as old as the list', () => {
    expect(listOfWaste.entries.filter(waste => waste.validFrom === '2002-01-01')).toHaveLength(842 - 3)
  })

  test('has twenty chapters, 01 to 20', () => {
    const chapters = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'))
    expect(wastesByChapter.map(([chapter]) => chapter)).toEqual(chapters)
  })
})

describe.each(wastesByChapter)('the labels of chapter %s', (_, wastes) => {
  test.each(languages)('are unique in "%s"', language => {
    const repeated = [...Map.groupBy(wastes, waste => waste.labels[language]).values()].filter(same => same.length > 1)
    expect(repeated.map(same => same.map(waste => waste.code))).toEqual([])
  })

  test.each(languages)('fit into 90 characters and are in composed Unicode in "%s"', language => {
    const unfit = wastes.filter(
      ({ labels: { [language]: label } }) => label.length > 90 || label !== label.normalize('NFC'),
    )
    expect(unfit).toEqual([])
  })

  test('are in Arabic script in Arabic only', () => {
    const arabic = /\p{Script=Arabic}/u
    const strange = wastes.filter(
      ({ labels: { en, fr, ar } }) => !arabic.test(ar) || arabic.test(en) || arabic.test(fr),
    )
    expect(strange).toEqual([])
  })
})
