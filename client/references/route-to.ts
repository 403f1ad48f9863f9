import type { Place, Within } from './reference-address'

/** A place as the router knows it. */
export const routeTo = (place: Place, within: Within = {}) =>
  place.kind === 'doc'
    ? ({ to: '/docs/$docId', params: { docId: place.id }, search: within } as const)
    : ({
        to: '/boards/$boardId',
        params: { boardId: place.kind === 'card' ? place.boardId : place.id },
        search: place.kind === 'card' ? { card: place.id } : {},
      } as const)
