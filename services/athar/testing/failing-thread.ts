import { ViewStoreFailure } from '@athar/infra/view-store/port.ts'

/** A thread that finds the disk of its views full. */
throw new ViewStoreFailure('disk-full', 'views/custody-b1-d0.sqlite: the disk is full; make room')
