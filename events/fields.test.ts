import { describe, expect, test } from 'vitest'
import { listName, place, waste } from './fields.ts'
import { phrases } from './phrases.ts'
import { steel } from './testing/cast.ts'
import { given } from './testing/given.ts'
import { declared, pickedUp } from './testing/movement-events.ts'

describe('a waste', () => {
  test.each(['17 04 05', '17040', '1704050', '17040A', ''])(
    'of the List of Waste has a code of six digits: not %j',
    code => {
      for (const list of [undefined, 'low'])
        given()
          .when(declared({ waste: { code, list } }))
          .thenInvalid('/data/waste/code', 'wrong-format', { expected: phrases['six-digits'].en })
    },
  )

  test.each(['5.1.2', 'A:5.1.2', 'Y 8', 'a-1'])('of another list has a code of that list: %j', code => {
    expect(waste.safeParse({ code, list: 'algeria' }).success).toBe(true)
  })

  test.each(['', ' 5.1.2', '.5', '5/1', '5.1.2\n', '٥'])(
    'of another list has a code in plain letters: not %j',
    code => {
      given()
        .when(declared({ waste: { code, list: 'algeria' } }))
        .thenInvalid('/data/waste/code', 'wrong-format')
    },
  )

  test('names a list as files are named', () => {
    for (const name of ['low', 'a', 'algeria-2006']) expect(listName.safeParse(name).success, name).toBe(true)
    for (const name of ['', 'Low', '2006', 'a_b', 'a'.repeat(17)])
      expect(listName.safeParse(name).success, name).toBe(false)
  })

  test('whose list of hazards is empty is as hazardous as its code', () => {
    given()
      .when(declared({ waste: { ...steel, hazards: [] } }))
      .thenRecorded()
    given()
      .when(declared({ waste: { ...steel, hazards: ['HP5'] } }))
      .thenRecorded('certificate-missing')
  })
})

describe('a place', () => {
  test('is on the globe, poles and date line included', () => {
    for (const lat of [-90, 90]) for (const lon of [-180, 180]) expect(place.safeParse({ lat, lon }).success).toBe(true)
  })

  test.each([
    ['lat', 90.001],
    ['lat', -90.001],
    ['lon', 180.001],
    ['lon', -180.001],
  ])('is not off it: %s %d', (name, degrees) => {
    given()
      .when(pickedUp({ place: { lat: 36.75, lon: 3.06, [name]: degrees } }))
      .thenInvalid(`/data/place/${name}`, degrees > 0 ? 'too-big' : 'too-small')
  })
})
