import { plant } from '@athar/events/testing/cast.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRegister } from './check-register.ts'
import { emptyRegister } from './documents.ts'
import { lineHash } from './line-hash.ts'
import type { RegisterLine } from './register-line.ts'
import { ToldRegisters } from './testing/told-registers.ts'

/** The register of a plant to which five loads came, one of them before anybody had said from where. */
const lines = new ToldRegisters(
  ...['MV-1', 'MV-2', 'MV-3', 'MV-4'].flatMap(subject => [
    declared({}, { subject }),
    pickedUp({}, { subject }),
    received({}, { subject }),
  ]),
  received({}, { subject: 'MV-5' }),
  declared({}, { subject: 'MV-5' }),
).lines(plant.site, 'incoming')

const last = { count: lines.length, hash: lines.at(-1)?.hash }

test('a register as it was written is whole, and ends with its last line', () => {
  expect(lines).toHaveLength(6)
  expect(checkRegister(lines)).toEqual({ end: last })
})

test('it may be checked a part at a time', () => {
  fc.assert(
    fc.property(fc.nat({ max: lines.length }), cut => {
      const first = checkRegister(lines.slice(0, cut))
      expect('end' in first && checkRegister(lines.slice(cut), first.end)).toEqual({ end: last })
    }),
  )
})

test('a register without a line is whole', () => {
  expect(checkRegister([])).toEqual({ end: emptyRegister })
})

test('in whatever order the properties of a line stand', () => {
  const turned = lines.map(line => Object.fromEntries(Object.entries(line).reverse()) as unknown as RegisterLine) // all of them
  expect(checkRegister(turned)).toEqual({ end: last })
})

describe('a fault is found, and at its line:', () => {
  const place = fc.nat({ max: lines.length - 1 })

  test('a line that says something else', () => {
    const change = fc.constantFrom<(line: RegisterLine) => object>(
      line => ({ ...line, entry: { ...line.entry, kg: 999 } }),
      line => ({ ...line, time: '2026-11-21T12:00:00+01:00' }),
      line => ({ ...line, site: 'S-OTHER' }),
      line => ({ ...line, correctsNumber: line.correctsNumber === undefined ? 1 : undefined }),
      line => ({ ...line, withdrawn: true }),
    )
    fc.assert(
      fc.property(place, change, (at, changed) => {
        const forged = lines.map((line, index) => (index === at ? (changed(line) as RegisterLine) : line))
        expect(checkRegister(forged)).toMatchObject({ fault: { number: at + 1 } })
      }),
    )
  })

  test('a line that says something else and has its hash made right: the next one does not follow it', () => {
    const at = fc.nat({ max: lines.length - 2 })
    fc.assert(
      fc.property(at, at => {
        const forged = lines.map((line, index) => {
          if (index !== at) return line
          const changed = { ...line, recordedBy: 'service:other' }
          return { ...changed, hash: lineHash(changed) }
        })
        expect(checkRegister(forged)).toMatchObject({ fault: { number: at + 2 } })
      }),
    )
  })

  test('a line that is missing before another', () => {
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 2 }), at => {
        expect(checkRegister(lines.toSpliced(at, 1))).toMatchObject({ fault: { number: at + 1 } })
      }),
    )
  })

  test('a number left out, though every hash is made right', () => {
    let previousHash = emptyRegister.hash
    const forged = lines.map(line => {
      const renumbered = { ...line, number: line.number < 3 ? line.number : line.number + 1, previousHash }
      previousHash = lineHash(renumbered)
      return { ...renumbered, hash: previousHash }
    })
    expect(checkRegister(forged)).toEqual({ fault: { number: 3, wrong: 'it is numbered 4' } })
  })

  test('two lines that changed places', () => {
    const [first, second, ...others] = lines
    if (first === undefined || second === undefined) throw new Error('there are six lines')
    expect(checkRegister([second, first, ...others])).toMatchObject({ fault: { number: 1 } })
  })

  test('a line that corrects what does not stand before it', () => {
    const [first] = lines
    if (first === undefined) throw new Error('there are six lines')
    const forged = { ...first, correctsNumber: 1 }
    expect(checkRegister([{ ...forged, hash: lineHash(forged) }])).toMatchObject({ fault: { number: 1 } })
  })
})
