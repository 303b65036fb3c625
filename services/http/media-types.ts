/** The forms in which events may be sent, by media type. Parameters such as `charset` change nothing: JSON is UTF-8. */
export type BodyForm = 'single' | 'array' | 'lines'

const forms: ReadonlyMap<string, BodyForm> = new Map([
  ['application/cloudevents+json', 'single'],
  ['application/json', 'single'],
  ['application/cloudevents-batch+json', 'array'],
  ['application/x-ndjson', 'lines'],
])

export const acceptedMediaTypes: readonly string[] = [...forms.keys()]

export function bodyFormOf(contentType: string | undefined): BodyForm | undefined {
  if (contentType === undefined) return undefined
  return forms.get(contentType) ?? forms.get(contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '')
}
