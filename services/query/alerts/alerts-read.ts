import { alertKinds, alertLabel } from '@athar/projections/alerts/alert-kinds.ts'
import { listRead } from '../http/list-read.ts'
import { optional, orElse } from '../http/parameter.ts'
import { flag, reference, someOf, wilaya } from '../http/parameters.ts'
import { holderOfSiteInQuery } from '../http/readers.ts'
import { alertColumns, alertSchema } from './alert-answer.ts'
import { alertsPage } from './alerts-page.ts'

const kindsInWords = alertKinds.map(kind => `\`${kind}\` ${alertLabel(kind, 'en')}`).join(', ')

/** `GET /v1/alerts` */
export const alertsRead = listRead({
  path: '/v1/alerts',
  operationId: 'listAlerts',
  tag: 'alerts',
  summary: 'What is wrong, since when, and the events that prove it',
  description:
    'What happened comes first, newest first; then stocks and lots below zero, storage over capacity, and what was done without a ' +
    'permit, in order of name. An alert lasts as long as it follows from what is known: it ends when what is missing comes or what is ' +
    'wrong is corrected, and what has ended is not listed. Deadlines are judged by the clock at the moment of asking. What a ' +
    `carrier lacks a permit for is at no site and in no wilaya. Kinds: ${kindsInWords}.`,
  readers: holderOfSiteInQuery('site'),
  projections: ['alerts', 'directory', 'lineage', 'mass-ledger'],
  pathParameters: {},
  queryParameters: {
    kind: optional(someOf('Alerts of these kinds, with commas between them.', alertKinds)),
    site: optional(reference('Alerts to be put right at this site.')),
    wilaya: optional(wilaya('Alerts at sites in this wilaya, as they are registered now.')),
    open: orElse(
      flag(
        'What is so now. `false` does not list what has ended, which is not kept: it lists what will be an alert when a ' +
          'deadline runs out, the last one first; only `in-transit-too-long` has one, other kinds list nothing.',
      ),
      'true',
    ),
  },
  item: { name: 'Alert', schema: alertSchema },
  pageName: 'AlertPage',
  columns: alertColumns,
  read: ({ views, query: { kind = alertKinds, ...query }, nowMs, language }, wanted) =>
    alertsPage(views, { ...query, kinds: kind, nowMs, language }, wanted),
})
