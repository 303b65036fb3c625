import { describe, test } from 'vitest'
import { codeList } from '../codes/code-list.ts'
import { CodeLists } from '../codes/code-lists.ts'
import { oil, steel } from '../testing/cast.ts'
import { clock } from '../testing/events.ts'
import { given } from '../testing/given.ts'
import { corrected, declared, pickedUp, received } from '../testing/movement-events.ts'
import { warning } from '../warnings.ts'

const certificate = { acceptanceCertificate: 'CAP-2026-0411' }
const oilDeclared = declared({ waste: oil, ...certificate })

describe('code-differs', () => {
  const copper = { code: '170401' }

  test('when the plant finds another waste than was announced', () => {
    given(declared(), pickedUp())
      .when(received({ waste: copper }))
      .thenRecorded(warning('code-differs', { found: '170401', announced: '170405' }))
  })

  test('when the pick-up announced it, for want of a declaration', () => {
    given(pickedUp({ waste: steel }))
      .when(received({ waste: copper }))
      .thenRecorded('declaration-missing', 'code-differs')
  })

  test('not when it finds what was announced, nor when nothing was', () => {
    given(declared(), pickedUp())
      .when(received({ waste: steel }))
      .thenRecorded()
    given(pickedUp())
      .when(received({ waste: copper }))
      .thenRecorded('declaration-missing')
  })

  test('not against a declaration that has been corrected', () => {
    given(declared(), corrected(declared(), { waste: copper }, { time: clock('08:10') }), pickedUp())
      .when(received({ waste: copper }))
      .thenRecorded()
  })
})

describe('code-unknown', () => {
  const made = { code: '999999' }
  const noticed = warning('code-unknown', { code: '999999', list: 'low' })

  test('wherever a waste is named that its list does not have', () => {
    given()
      .when(declared({ waste: made }))
      .thenRecorded(noticed)
    given()
      .when(pickedUp({ waste: made }))
      .thenRecorded(noticed, 'declaration-missing')
    given(declared(), pickedUp())
      .when(received({ waste: made }))
      .thenRecorded(noticed, 'code-differs')
  })

  test('by the list of the day: 190308 came with the amendment of 2014', () => {
    const mercury = declared({ waste: { code: '190308' }, ...certificate }, { time: '2015-05-31T12:00:00+01:00' })
    given().when(mercury, { now: mercury.time }).thenRecorded('code-unknown')
    const dayAfter = '2015-06-01T12:00:00+01:00'
    given()
      .when({ ...mercury, time: dayAfter }, { now: dayAfter })
      .thenRecorded()
  })

  test('in a list that is not loaded, and no longer when it is', () => {
    const national = declared({ waste: { code: 'A1:2.1.5', list: 'dz' } })
    given()
      .when(national)
      .thenRecorded(warning('code-unknown', { code: 'A1:2.1.5', list: 'dz' }))
    given().when(national, { codes: withNationalList() }).thenRecorded()
  })
})

describe('certificate-missing', () => {
  test('when hazardous waste is declared without one (decree 04-410)', () => {
    given()
      .when(declared({ waste: oil }))
      .thenRecorded('certificate-missing')
    given().when(oilDeclared).thenRecorded()
  })

  test('when the sender names a hazard that the code does not', () => {
    given()
      .when(declared({ waste: { ...steel, hazards: ['HP14'] } }))
      .thenRecorded('certificate-missing')
  })
})

function withNationalList(): CodeLists {
  const lists = new CodeLists()
  const labels = { en: 'packaging', fr: 'emballage', ar: 'تغليف' }
  const entry = { code: 'A1:2.1.5', labels, validFrom: '2006-02-28', list: 'dz', hazardous: false }
  lists.add(codeList({ name: 'dz', title: labels, source: 'decree 06-104', entries: [entry] }))
  return lists
}
