/** Where docs, boards and cards are, as an address of this house, and back. */
import { isUuid } from '@atelier/shared/basics/uuid'
import { cardId, type Reference } from '@atelier/shared/references/reference'

export type Place = Exclude<Reference, { kind: 'person' }>

export function addressOf(place: Place): string {
  if (place.kind === 'card') return `/boards/${place.boardId}?card=${encodeURIComponent(place.id)}`
  return place.kind === 'doc' ? `/docs/${place.id}` : `/boards/${place.id}`
}

/** What an address names, or null when it is not one of ours, or leads further into it. */
export function placeAt(address: string, origin: string): Place | null {
  if (/\s/.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  const [, kind, id = '', ...more] = url.pathname.split('/')
  if (url.origin !== origin || !isUuid(id) || more.join('') !== '' || url.hash !== '') return null
  const parameters = [...url.searchParams.keys()]
  if (kind === 'docs') return parameters.length === 0 ? { kind: 'doc', id } : null
  if (kind !== 'boards') return null
  const card = url.searchParams.get('card')
  if (card !== null) {
    return cardId.safeParse(card).success ? { kind: 'card', id: card, boardId: id } : null
  }
  return parameters.length === 0 ? { kind: 'board', id } : null
}

/** What of a doc an address may lead further to: a block, or a comment beside it. */
export type Within = { [where in (typeof withins)[number]]?: string }

const withins = ['block', 'panel', 'thread', 'comment'] as const

/** As `placeAt`, and where in a doc it leads to. */
export function doorAt(address: string, origin: string): { place: Place; within: Within } | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const within: Within = {}
  for (const where of withins) {
    const value = url.searchParams.get(where)
    if (value !== null) within[where] = value
    url.searchParams.delete(where)
  }
  const place = placeAt(url.href, origin)
  const leadsOn = Object.keys(within).length > 0
  return place && (place.kind === 'doc' || !leadsOn) ? { place, within } : null
}
