import { describe, test } from 'vitest'
import { oil, plant, secondCarrier } from '../testing/cast.ts'
import { permitGranted, permitSuspended, permitWithdrawn, registeredSites } from '../testing/directory-events.ts'
import { clock } from '../testing/events.ts'
import { given } from '../testing/given.ts'
import { declared, handedOver, pickedUp, received, turnedAway } from '../testing/movement-events.ts'
import { type Warning, warning } from '../warnings.ts'

const oilDeclared = declared({ waste: oil, acceptanceCertificate: 'CAP-2026-0411' })
const plantPermit = permitGranted({ holder: { site: plant.site }, kind: 'treatment', wastes: ['1302'] })

describe('permit-missing', () => {
  const noticed = warning('permit-missing', { holder: 'C-FIRST', kind: 'transport', code: '130205' })

  test('when hazardous waste is carried without one (decree 04-409)', () => {
    given(oilDeclared).when(pickedUp()).thenRecorded(noticed)
    given(oilDeclared, permitGranted()).when(pickedUp()).thenRecorded()
  })

  test('when it is handed over to a carrier without one, whatever the first carrier has', () => {
    const withPermit = [oilDeclared, permitGranted(), pickedUp()]
    const ofSecond = permitGranted({ holder: { organisation: secondCarrier } }, { id: 'granted-2', subject: 'P-2' })
    given(...withPermit)
      .when(handedOver())
      .thenRecorded(warning('permit-missing', { holder: secondCarrier, kind: 'transport', code: '130205' }))
    given(...withPermit, ofSecond)
      .when(handedOver())
      .thenRecorded()
    given(declared(), pickedUp()).when(handedOver()).thenRecorded()
  })

  test.each([
    ['for another waste', permitGranted({ wastes: ['1305', '16'] })],
    ['of another kind', permitGranted({ kind: 'treatment' })],
    ['of somebody else', permitGranted({ holder: { organisation: secondCarrier } })],
  ])('when the permit is %s', (_, permit) => {
    given(oilDeclared, permit).when(pickedUp()).thenRecorded(noticed)
  })

  test('not for waste that is not hazardous', () => {
    given(declared()).when(pickedUp()).thenRecorded()
  })

  test('when hazardous waste goes in at a site without one (law 01-19, art. 19)', () => {
    const arriving = [oilDeclared, pickedUp()]
    given(...arriving)
      .when(received())
      .thenRecorded(warning('permit-missing', { holder: plant.site, kind: 'treatment', code: '130205' }))
    given(...arriving, plantPermit)
      .when(received())
      .thenRecorded()
  })

  test('not when the permit is the operator’s', () => {
    const ofOperator = permitGranted({ holder: { organisation: plant.organisation }, kind: 'treatment' })
    given(...registeredSites, ofOperator, oilDeclared, pickedUp())
      .when(received())
      .thenRecorded()
  })

  test('not when the load is turned away: it did not go in', () => {
    given(oilDeclared, pickedUp()).when(turnedAway()).thenRecorded()
  })

  test('by the waste that was found, when it differs', () => {
    given(declared(), pickedUp())
      .when(received({ waste: oil }))
      .thenRecorded('code-differs', 'permit-missing')
  })
})

describe('permit-expired', () => {
  function noticed(why: string): Warning {
    return warning('permit-expired', { permit: 'P-1', holder: 'C-FIRST', code: '130205', why })
  }

  test.each([
    ['valid to 2026-11-21', permitGranted({ validTo: '2026-11-21' })],
    ['valid from 2026-11-23', permitGranted({ validFrom: '2026-11-23' })],
  ])('when the permit is %s', (why, permit) => {
    given(oilDeclared, permit).when(pickedUp()).thenRecorded(noticed(why))
  })

  test('not on its last day', () => {
    given(oilDeclared, permitGranted({ validTo: '2026-11-22' }))
      .when(pickedUp())
      .thenRecorded()
  })

  test('when it was suspended or withdrawn before', () => {
    const at = clock('08:59')
    given(oilDeclared, permitGranted(), permitSuspended(at))
      .when(pickedUp())
      .thenRecorded(noticed(`suspended from ${at}`))
    given(oilDeclared, permitGranted(), permitWithdrawn(at))
      .when(pickedUp())
      .thenRecorded(noticed(`withdrawn from ${at}`))
  })

  test('not when it was suspended after', () => {
    given(oilDeclared, permitGranted(), permitSuspended(clock('09:01')))
      .when(pickedUp())
      .thenRecorded()
  })

  test('not when another permit is in force', () => {
    given(oilDeclared, permitGranted({ validTo: '2026-11-21' }), permitGranted({}, { id: 'g2', subject: 'P-2' }))
      .when(pickedUp())
      .thenRecorded()
  })
})
