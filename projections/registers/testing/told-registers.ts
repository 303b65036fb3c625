import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { expect } from 'vitest'
import { type FoldedInMemory, foldArrived } from '../../testing/fold-in-memory.ts'
import { checkRegister } from '../check-register.ts'
import { headKey, lineKey, type RegisterHead } from '../documents.ts'
import { type RegisterKind, type RegisterLine, registerKinds } from '../register-line.ts'
import { allRegisters, registersProjection } from '../registers-projection.ts'

/** The registers after events have arrived in this order. */
export class ToldRegisters {
  readonly views: FoldedInMemory

  constructor(...arrivals: readonly SubmittedEvent[]) {
    this.views = foldArrived([registersProjection], arrivals)
  }

  /** The lines of a register, in order of number. */
  lines(site: string, register: RegisterKind): readonly RegisterLine[] {
    const head = this.views.document(headKey(site, register)) as RegisterHead | undefined
    return Array.from(
      { length: head?.count ?? 0 },
      (_, index) => this.views.document(lineKey(site, register, index + 1)) as RegisterLine,
    )
  }

  /** The sites that have a register, and which. */
  get registers(): readonly { readonly site: string; readonly register: RegisterKind }[] {
    const sites = new Set(this.views.entries(allRegisters).map(({ sort }) => sort))
    return [...sites].flatMap(site =>
      registerKinds.filter(kind => this.lines(site, kind).length > 0).map(register => ({ site, register })),
    )
  }

  get allLines(): readonly RegisterLine[] {
    return this.registers.flatMap(({ site, register }) => this.lines(site, register))
  }

  /** What the registers say in the end, by site, register and event: of each event the newest line. */
  get statements(): ReadonlyMap<string, unknown> {
    const last = new Map(
      this.allLines.map(line => [
        `${line.site} ${line.register} ${line.movement ?? line.treatment} ${line.event.id}`,
        line,
      ]),
    )
    return new Map(
      [...last].flatMap(([place, { entry, time }]) => (entry ? [[place, { entry, time }] as const] : [])).sort(),
    )
  }

  /** Throws where a register is broken, or does not end where its end is kept. */
  check(): void {
    for (const { site, register } of this.registers)
      expect(checkRegister(this.lines(site, register)), `${site} ${register}`).toEqual({
        end: this.views.document(headKey(site, register)),
      })
  }
}
