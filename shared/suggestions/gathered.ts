/** Which spots are one suggestion: what makes sense only together. */
import { wordsOf } from './node-content'
import type { Spot, Suggestion } from './suggestion'

export function gathered(spots: readonly Spot[]): Suggestion[] {
  const groups: Spot[][] = []
  for (const spot of spots) {
    const last = groups.at(-1)
    if (last && belongs(last, spot)) last.push(spot)
    else groups.push([spot])
  }
  return groups.map(suggestionOf)
}

function belongs(group: readonly Spot[], spot: Spot): boolean {
  const last = group.at(-1)
  if (!last) return false
  return isMove(last, spot) || isOneTable(last, spot) || isOneBlock(last, spot)
}

/** Words that leave one block and come back in the next: a line that was split, or joined. */
function isMove(last: Spot, next: Spot): boolean {
  if (last.where !== next.where || next.doc.from - last.doc.to > 1) return false
  const [one, other] = [last, next].map((spot) => ({
    removed: wordsOf(spot.removed.content),
    inserted: wordsOf(spot.inserted.content),
  })) as [Said, Said]
  return isSaidAgain(one.removed, other.inserted) || isSaidAgain(other.removed, one.inserted)
}

type Said = { removed: string; inserted: string }
const isSaidAgain = (gone: string, come: string) => gone !== '' && come.startsWith(gone)

/** A column is a cell in every row. */
const isOneTable = (last: Spot, next: Spot) =>
  last.kind === 'blocks' && next.kind === 'blocks' && isRow(last) && isRow(next)
const isRow = ({ within }: Spot) => within.startsWith('tableRow ')

/** Several attributes of one block: they are one spot already. Its kind and its words are not. */
const isOneBlock = (last: Spot, next: Spot) =>
  last.kind === 'formatting' && next.kind === 'formatting' && touches(last, next)
const touches = (last: Spot, next: Spot) =>
  last.where === next.where &&
  last.doc.to === next.doc.from &&
  JSON.stringify(last.differences) === JSON.stringify(next.differences)

function suggestionOf(spots: Spot[]): Suggestion {
  const id = idOf(spots[0])
  const all = (side: 'removed' | 'inserted') => spots.flatMap((spot) => spot[side].content)
  const said = spots.map(({ kind, removed, inserted, differences, on }) => [
    kind,
    removed.content,
    inserted.content,
    differences,
    on.length,
  ])
  return {
    id,
    key: `${id}~${hashOf(JSON.stringify(said))}`,
    spots,
    removed: wordsOf(all('removed')),
    inserted: wordsOf(all('inserted')),
    before: spots[0]?.before ?? '',
    after: spots.at(-1)?.after ?? '',
    words: spots.map(({ words }) => words).join(''),
  }
}

const longestNames = 100

function idOf(spot: Spot | undefined): string {
  if (!spot) return ''
  const first = spot.inserted.ids[0] ?? spot.removed.ids[0] ?? spot.on.first ?? spot.on.type
  const place = first ? `${first.client}.${first.clock}` : spot.where
  const names = Object.keys(spot.differences).sort().join('')
  // They may be called anything, and whoever decides names what they decide.
  return `${spot.kind[0]}${place}${names.length > longestNames ? hashOf(names) : names}`
}

/** FNV-1a, twice over: short, and the same on every machine. No secret hangs on it. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x85ebca6b)
  }
  return [one, other].map((part) => (part >>> 0).toString(36)).join('')
}
