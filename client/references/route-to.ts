import type { Place } from './reference-address'

/** A place as the router knows it. */
export const routeTo = (place: Place) =>
  place.kind === 'doc'
    ? ({ to: '/docs/$docId', params: { docId: place.id } } as const)
    : ({
        to: '/boards/$boardId',
        params: { boardId: place.kind === 'card' ? place.boardId : place.id },
        search: place.kind === 'card' ? { card: place.id } : {},
      } as const)
