import { hash } from 'node:crypto'

/** The tag of a document, which is another one as soon as a byte of it is: RFC 9110 §8.8.3. */
export function tagOf(document: string | Buffer): string {
  return `"${hash('sha256', document, 'base64url').slice(0, 22)}"`
}

/** Whether a caller has the document of this tag already: `If-None-Match` with weak comparison, RFC 9110 §13.1.2. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some(known => known.trim() === '*' || known.trim().replace(/^W\//, '') === etag)
}
