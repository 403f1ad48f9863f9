import { refuse } from '@atelier/shared/refusals'

/** An id from an address. What could never be one is simply not found. */
export function requireId(value: string | undefined): string {
  if (value === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) {
    refuse('not-found')
  }
  return value
}
