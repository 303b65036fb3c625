import { expect, test } from 'vitest'
import { Metrics } from './metrics.ts'

test.each([
  ['is told when the views have added it up', 0, 'athar_mass_sum_grams 0'],
  ['is told when the books are wrong', -250, 'athar_mass_sum_grams -250'],
])('the sum of all mass %s', async (_, sum, line) => {
  expect((await told(async () => sum)).split('\n')).toContain(line)
})

test('the sum of all mass is not said to be anything while no view answers for it', async () => {
  let sum: number | undefined = 0
  const metrics = metricsWith(async () => sum)
  await metrics.text()
  sum = undefined
  expect((await metrics.text()).text).not.toMatch(/^athar_mass_sum_grams/m)
})

function metricsWith(massSumGrams: () => Promise<number | undefined>): Metrics {
  const metrics = new Metrics()
  metrics.addViews({ areStarting: false, troubles: [], positions: [], massSumGrams })
  return metrics
}

async function told(massSumGrams: () => Promise<number | undefined>): Promise<string> {
  return (await metricsWith(massSumGrams).text()).text
}
