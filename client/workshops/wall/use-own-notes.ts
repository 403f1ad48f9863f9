import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { OwnNotes } from './wall-desk'

/** Which notes of the wall are one's own: nobody else learns it. */
export const useOwnNotes = (
  _page: Pick<WorkshopPage, 'id' | 'me'>,
  _editable: boolean,
): OwnNotes | null => null
