import type { ClassifiedWaste } from './classified-waste.ts'
import { codeList } from './code-list.ts'
import { parseTable } from './table.ts'
import { chapter01 } from './waste/chapter-01.ts'
import { chapter02 } from './waste/chapter-02.ts'
import { chapter03 } from './waste/chapter-03.ts'
import { chapter04 } from './waste/chapter-04.ts'
import { chapter05 } from './waste/chapter-05.ts'
import { chapter06 } from './waste/chapter-06.ts'
import { chapter07 } from './waste/chapter-07.ts'
import { chapter08 } from './waste/chapter-08.ts'
import { chapter09 } from './waste/chapter-09.ts'
import { chapter10 } from './waste/chapter-10.ts'
import { chapter11 } from './waste/chapter-11.ts'
import { chapter12 } from './waste/chapter-12.ts'
import { chapter13 } from './waste/chapter-13.ts'
import { chapter14 } from './waste/chapter-14.ts'
import { chapter15 } from './waste/chapter-15.ts'
import { chapter16 } from './waste/chapter-16.ts'
import { chapter17 } from './waste/chapter-17.ts'
import { chapter18 } from './waste/chapter-18.ts'
import { chapter19 } from './waste/chapter-19.ts'
import { chapter20 } from './waste/chapter-20.ts'

/** Absolute or mirror entry, hazardous or not. A mirror entry has a twin; an assessment of the waste decides which applies. */
const entryTypes = ['AH', 'ANH', 'MH', 'MNH'] as const

export type EntryType = (typeof entryTypes)[number]

/** A waste of the European List of Waste. `code` is its six digits without spaces or asterisk: `170106`. */
export interface WasteCode extends ClassifiedWaste {
  readonly list: 'low'
  readonly entry: EntryType
  readonly mirror: boolean
}

/** The day Decision 2000/532/EC applies from. */
const validFrom = '2002-01-01'

/** Three codes came with Decision 2014/955/EU. */
const amendedFrom = '2015-06-01'
const amendedCodes = new Set(['010310', '160307', '190308'])

const chapters = [
  chapter01,
  chapter02,
  chapter03,
  chapter04,
  chapter05,
  chapter06,
  chapter07,
  chapter08,
  chapter09,
  chapter10,
  chapter11,
  chapter12,
  chapter13,
  chapter14,
  chapter15,
  chapter16,
  chapter17,
  chapter18,
  chapter19,
  chapter20,
]

/**
 * The European List of Waste, 842 codes, under the labels of this system.
 * Codes and entry types: Decision 2000/532/EC as amended by Decision 2014/955/EU.
 */
export const listOfWaste = codeList<WasteCode>({
  name: 'low',
  title: { en: 'European List of Waste', fr: 'Liste européenne des déchets', ar: 'القائمة الأوروبية للنفايات' },
  source: 'Decision 2000/532/EC as amended by Decision 2014/955/EU',
  entries: chapters.flatMap(wastesOf),
})

function wastesOf(chapter: string): WasteCode[] {
  return parseTable('code | entry | en | fr | ar', chapter).map(({ code, entry, en, fr, ar }) => {
    if (!/^\d{6}$/.test(code)) throw new Error(`List of waste: "${code}", expected six digits`)
    if (!isEntryType(entry)) throw new Error(`List of waste: ${code} is "${entry}", expected ${entryTypes.join(', ')}`)
    return {
      code,
      labels: { en, fr, ar },
      validFrom: amendedCodes.has(code) ? amendedFrom : validFrom,
      list: 'low',
      entry,
      hazardous: entry === 'AH' || entry === 'MH',
      mirror: entry === 'MH' || entry === 'MNH',
    }
  })
}

function isEntryType(text: string): text is EntryType {
  return entryTypes.some(type => type === text)
}
