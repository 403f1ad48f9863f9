import { isUuid } from '@atelier/shared/basics/uuid'
import { refuse } from '@atelier/shared/refusals'

/** An id from an address. What could never be one is simply not found. */
export function requireId(value: string | undefined): string {
  return value !== undefined && isUuid(value) ? value : refuse('not-found')
}
