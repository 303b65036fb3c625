import type { Read } from '../http/read.ts'
import { organisationRead } from './organisation-read.ts'
import { siteRead } from './site-read.ts'
import { sitesRead } from './sites-read.ts'

export const directoryReads: readonly Read[] = [organisationRead, siteRead, sitesRead]
