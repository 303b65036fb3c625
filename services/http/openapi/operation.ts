import type { KeyRole } from '@athar/infra/key-store/port.ts'
import type { Response } from './responses.ts'

/** One operation of the description, OpenAPI 3.1 §4.8.10. */
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security?: readonly []
  readonly parameters?: readonly Record<string, unknown>[]
  readonly requestBody?: Record<string, unknown>
  readonly responses: Record<string, Response>
}

export function forRoles(roles: readonly KeyRole[]): string {
  return `For keys of role ${roles.join(', ')}.`
}

export function query(name: string, description: string, schema: Record<string, unknown>): Record<string, unknown> {
  return { name, in: 'query', description, schema }
}

export function path(name: string, description: string, schema: Record<string, unknown>): Record<string, unknown> {
  return { name, in: 'path', required: true, description, schema }
}

export function acceptLanguage(): Record<string, unknown> {
  return {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems and warnings: en, fr or ar.',
    schema: { type: 'string' },
  }
}

export function notModified(): Response {
  return { description: 'What `If-None-Match` names is still what there is' }
}
