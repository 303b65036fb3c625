/** Whether a caller has the document of this tag already: `If-None-Match` with weak comparison, RFC 9110 §13.1.2. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some(known => known.trim() === '*' || known.trim().replace(/^W\//, '') === etag)
}
