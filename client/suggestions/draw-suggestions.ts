import type { Spot } from '@atelier/shared/suggestions/suggestion'
import type { Node as DocNode } from '@tiptap/pm/model'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { attributesOf, type WidgetWish, widget } from './suggestion-dom'
import type { Entry, Look, SuggestionStore } from './suggestion-store'

export type Drawing = {
  entries: readonly Entry[]
  active: string | null
  say: SuggestionStore['say']
  /** The fork whose text this is; null for the doc’s own text. */
  ownFork: string | null
}

/** Everything that is suggested, over a text: the doc’s, or that of one’s own fork. */
export function drawSuggestions(
  doc: DocNode,
  { entries, active, say, ownFork }: Drawing,
): DecorationSet {
  const own = entries
    .filter(({ fork }) => fork.id === ownFork)
    .flatMap(({ suggestion }) => suggestion.spots)
    .filter(({ where }) => where === 'body')
  const drawn = entries.flatMap((entry) => {
    const isOwn = entry.fork.id === ownFork
    const spots = entry.suggestion.spots.filter(({ where }) => where === 'body')
    return spots.flatMap((spot, nth) => {
      const at = isOwn
        ? spot.fork
        : { from: toFork(own, spot.doc.from), to: toFork(own, spot.doc.to) }
      const place = { doc, entry, spot, nth, at, isOwn, isActive: entry.id === active, say }
      return isWithin(doc, at) ? drawSpot(place) : []
    })
  })
  return DecorationSet.create(doc, drawn)
}

type Place = {
  doc: DocNode
  entry: Entry
  spot: Spot
  nth: number
  at: Spot['doc']
  /** The text has what is inserted, and lacks what is removed; else the other way round. */
  isOwn: boolean
  isActive: boolean
  say: SuggestionStore['say']
}

function drawSpot(place: Place): Decoration[] {
  const { spot, isOwn } = place
  switch (spot.kind) {
    case 'formatting':
      return over(place, 'formatted', false)
    case 'attributes':
      return over(place, 'changed', true)
    default:
      return isOwn
        ? [...over(place, 'inserted', spot.kind === 'blocks'), ...beside(place, 'removed')]
        : [...over(place, 'removed', spot.kind === 'blocks'), ...beside(place, 'inserted')]
  }
}

/** On what the text has. */
function over(place: Place, look: Look, isBlock: boolean): Decoration[] {
  const { doc, entry, at } = place
  const attributes = attributesOf(entry, look, place)
  if (!isBlock) {
    // Said aloud, too: where it is drawn beside the text, `ins` and `del` do that.
    const role = { removed: 'deletion', inserted: 'insertion', formatted: 'mark', changed: 'mark' }
    return at.to > at.from
      ? [Decoration.inline(at.from, at.to, { ...attributes, role: role[look] })]
      : []
  }
  // A block keeps the role it has.
  const asBlock = { ...attributes, 'aria-description': attributes.title }
  const blocks: Decoration[] = []
  for (let from = at.from; from < at.to; ) {
    const node = doc.nodeAt(from)
    if (!node) break
    blocks.push(Decoration.node(from, from + node.nodeSize, asBlock))
    from += node.nodeSize
  }
  return blocks
}

/** What the text lacks. */
function beside({ entry, spot, nth, at, isOwn, isActive, say }: Place, look: WidgetWish['look']) {
  const { content } = spot[look]
  if (content.length === 0) return []
  const isBlock = spot.kind === 'blocks'
  const key = `${entry.id} ${entry.suggestion.key} ${nth} ${look} ${isActive}`
  const stops = new WeakMap<Node, () => void>()
  const make = (view: EditorView) => {
    const { dom, stop } = widget({ entry, look, content, isBlock, isActive, view, say })
    stops.set(dom, stop)
    return dom
  }
  const destroy = (dom: Node) => stops.get(dom)?.()
  // What is removed stands before what comes instead.
  const [place, side] = isOwn ? [at.from, -1] : [at.to, 1]
  return [Decoration.widget(place, make, { key, side, ignoreSelection: true, destroy })]
}

/** A place in the doc, in the fork that differs from it by these spots. */
function toFork(own: readonly Spot[], place: number): number {
  let shift = 0
  for (const { kind, doc, fork } of own) {
    if (kind === 'formatting' || kind === 'attributes') continue
    if (doc.from >= place) break
    if (doc.to > place) return fork.from
    shift = fork.to - doc.to
  }
  return place + shift
}

const isWithin = (doc: DocNode, { from, to }: Spot['doc']) =>
  from >= 0 && from <= to && to <= doc.content.size
