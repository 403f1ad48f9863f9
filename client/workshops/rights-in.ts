import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'

/** For showing and hiding only; the server protects. */
export const rightsIn = ({ rights }: Pick<WorkshopPage, 'rights'>) => ({
  facilitates: canInWorkshop('facilitate', rights),
  prepares: canInWorkshop('prepare', rights),
  writes: canInWorkshop('write', rights),
  takesSeat: canInWorkshop('take-seat', rights),
  reads: canInWorkshop('read', rights),
})
