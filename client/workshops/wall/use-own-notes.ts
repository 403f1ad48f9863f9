import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { OwnNotes } from './wall-desk'

/** Nobody else learns which these are. */
export function useOwnNotes(
  _page: Pick<WorkshopPage, 'id' | 'me'>,
  _editable: boolean,
): OwnNotes | null {
  return null
}
