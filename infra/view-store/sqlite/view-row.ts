import type { DatabaseSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import type { ServedProjection, ViewDescription } from '../port.ts'
import { Damage } from './failure.ts'

/** The one row that says what a view is, and how far it is. */
export interface ViewRow {
  readonly description: ViewDescription
  readonly checkpoint: Position
  /** Transactions so far. */
  readonly commits: number
}

export function readViewRow(database: DatabaseSync): ViewRow {
  const row = database.prepare('SELECT * FROM view').get()
  if (row === undefined) throw new Damage('it does not say what it is')
  return {
    description: {
      fold: { name: String(row.fold_name), version: Number(row.fold_version) },
      projections: readProjections(String(row.projections)),
      ...(row.hash !== null && { hash: String(row.hash) }),
    },
    checkpoint: Number(row.checkpoint),
    commits: Number(row.commits),
  }
}

function readProjections(json: string): readonly ServedProjection[] {
  try {
    const projections: unknown = JSON.parse(json)
    if (Array.isArray(projections)) return projections // `serve` wrote it
  } catch {}
  throw new Damage('it does not say which projections it serves')
}
