import type { ViewsNews } from '@athar/views/projection-state.ts'

interface Said {
  readonly level: 'info' | 'warn' | 'error'
  readonly text: string
}

/** What happens to stores, for the log of the process. */
export function inWords(news: ViewsNews): Said {
  const { store } = news
  switch (news.kind) {
    case 'unusable':
      return {
        level: 'warn',
        text: `the views in ${store} cannot be used and are folded again from the log: ${news.why}`,
      }
    case 'building':
      return { level: 'info', text: `views are being built in ${store}: ${news.projections.join(', ')}` }
    case 'took-over':
      return { level: 'info', text: `${news.projection} is now answered from ${store}` }
    case 'stopped': {
      const { at, key, reason } = news.stopped
      const where = key === undefined ? `position ${at}` : `position ${at}, document ${key}`
      return {
        level: 'error',
        text: `the projection ${news.projection} has stopped at ${where}: ${reason}. See: athar projections --help`,
      }
    }
    case 'failed':
      return { level: 'error', text: `${store} could not be moved on and is tried again: ${reasonOf(news.failure)}` }
  }
}

export function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}
