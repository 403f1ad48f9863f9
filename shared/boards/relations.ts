/**
 * How cards hang together. People who do not hear each other can write what cannot be: that a card is
 * part of its own part, or blocks itself by a detour. Such circles are told apart here, the same way
 * for everybody, so that whatever follows the relations comes to an end.
 */
import { gather } from '../basics/gather'
import type { Board } from './board'
import type { Card } from './card'

type Ids = readonly string[]

/** All by card ids; whatever points at a card that is not there is left out. */
export type Relations = {
  /** Whole → its parts; never in a circle. */
  parts: ReadonlyMap<string, Ids>
  wholeOf: ReadonlyMap<string, string>
  /** Card → what waits for it; never in a circle. */
  blocks: ReadonlyMap<string, Ids>
  blockedBy: ReadonlyMap<string, Ids>
  /** Original → what says the same; never in a circle. */
  duplicates: ReadonlyMap<string, Ids>
  originalOf: ReadonlyMap<string, string>
  /** Cards that wait for each other in a circle: none of those relations is in `blocks`. */
  circles: readonly Ids[]
}

export function readRelations(cards: Board['cards']): Relations {
  const wholeOf = withoutCircles(cards, (card) => card.partOf)
  const originalOf = withoutCircles(cards, (card) => card.duplicates)
  const edges = new Map<string, Ids>()
  for (const card of cards.values()) {
    const others = card.blocks.filter((id) => id !== card.id && cards.has(id))
    if (others.length > 0) edges.set(card.id, others)
  }
  const rings = ringsOf(edges)
  const ringAt = new Map(rings.flatMap((ring) => ring.map((id) => [id, ring] as const)))
  const blocks = new Map<string, Ids>()
  for (const [id, others] of edges) {
    const sound = others.filter((other) => !ringAt.has(id) || ringAt.get(id) !== ringAt.get(other))
    if (sound.length > 0) blocks.set(id, sound)
  }
  return {
    parts: turned(wholeOf),
    wholeOf,
    blocks,
    blockedBy: turnedAll(blocks),
    duplicates: turned(originalOf),
    originalOf,
    circles: rings,
  }
}

/** Each card points at one other at most. In a circle the card with the smallest id lets go. */
function withoutCircles(
  cards: Board['cards'],
  target: (card: Card) => string | null,
): Map<string, string> {
  const links = new Map<string, string>()
  for (const card of cards.values()) {
    const to = target(card)
    if (to !== null && to !== card.id && cards.has(to)) links.set(card.id, to)
  }
  const walked = new Set<string>()
  for (const start of links.keys()) {
    const path = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !walked.has(at) && !path.has(at)) {
      path.add(at)
      at = links.get(at)
    }
    if (at !== undefined && path.has(at)) {
      const ring = [...path].slice([...path].indexOf(at)).sort()
      links.delete(ring[0] as string)
    }
    for (const id of path) walked.add(id)
  }
  return links
}

/** Strongly connected cards, more than one each (Tarjan, without recursion: chains may be long). Sorted. */
function ringsOf(edges: ReadonlyMap<string, Ids>): Ids[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const rings: Ids[] = []
  const lower = (id: string, to: number) => low.set(id, Math.min(low.get(id) ?? to, to))
  const enter = (id: string) => {
    index.set(id, index.size)
    lower(id, index.get(id) ?? 0)
    open.push(id)
    isOpen.add(id)
    return { id, rest: [...(edges.get(id) ?? [])] }
  }
  const leave = (id: string) => {
    if (low.get(id) !== index.get(id)) return
    const ring = open.splice(open.lastIndexOf(id))
    for (const member of ring) isOpen.delete(member)
    if (ring.length > 1) rings.push(ring.sort())
  }
  for (const start of edges.keys()) {
    if (index.has(start)) continue
    const stack = [enter(start)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.pop()
      if (next === undefined) {
        leave(top.id)
        stack.pop()
        const above = stack.at(-1)
        if (above) lower(above.id, low.get(top.id) ?? 0)
      } else if (!index.has(next)) stack.push(enter(next))
      else if (isOpen.has(next)) lower(top.id, index.get(next) ?? 0)
    }
  }
  return rings.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

function turned(links: ReadonlyMap<string, string>): Map<string, Ids> {
  const back = new Map<string, string[]>()
  for (const [from, to] of links) {
    const known = back.get(to)
    if (known) known.push(from)
    else back.set(to, [from])
  }
  for (const ids of back.values()) ids.sort()
  return back
}

function turnedAll(links: ReadonlyMap<string, Ids>): Map<string, Ids> {
  const back = new Map<string, string[]>()
  for (const [from, others] of links) for (const to of others) gather(back, to, from)
  for (const ids of back.values()) ids.sort()
  return back
}

/** Whether one gets from a card to another along links: also when they are the same. */
export function leadsTo(links: (id: string) => Ids, from: string, to: string): boolean {
  const seen = new Set([from])
  const next = [from]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === to) return true
    for (const other of links(id)) {
      if (seen.has(other)) continue
      seen.add(other)
      next.push(other)
    }
  }
  return false
}
