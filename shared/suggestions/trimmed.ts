import type { JSONContent } from '@tiptap/core'
import type { Spot } from './suggestion'

/**
 * A spot without what is the same at both of its ends: a fork often writes anew what it moves. Null
 * when all of it is the same. Its ids stay: they are what is to be decided about.
 */
export function trimmed(spot: Spot): Spot | null {
  const { removed, inserted } = spot
  if (removed.content.length === 0 || inserted.content.length === 0) return spot
  if (JSON.stringify(removed.content) === JSON.stringify(inserted.content)) return null
  if (spot.kind !== 'words') return spot
  const [one, other] = [removed.content, inserted.content].map(unitsOf) as [Unit[], Unit[]]
  const start = wholeWords(one, other, sameUntil(one, other))
  const [left, come] = [one, other].map((units) => units.slice(start).reverse()) as [Unit[], Unit[]]
  const end = wholeWords(left, come, sameUntil(left, come))
  const cut = (units: Unit[]) => contentOf(units.slice(start, units.length - end))
  const shorter = (range: Spot['doc']) => ({ from: range.from + start, to: range.to - end })
  return {
    ...spot,
    doc: shorter(spot.doc),
    fork: shorter(spot.fork),
    removed: { ...removed, content: cut(one) },
    inserted: { ...inserted, content: cut(other) },
    ...(start > 0 && { before: '' }),
    ...(end > 0 && { after: '' }),
  }
}

/** A letter with its marks, or a node: each counts one in the editor. */
type Unit = { key: string; node: JSONContent }

const unitsOf = (content: readonly JSONContent[]): Unit[] =>
  content.flatMap((node) => {
    if (node.type !== 'text') return { key: JSON.stringify(node), node }
    const marks = JSON.stringify(node.marks)
    // By what the editor counts. No letter is cut in half: see `sameUntil`.
    return (node.text ?? '').split('').map((letter) => ({
      key: `${letter}${marks}`,
      node: { ...node, text: letter },
    }))
  })

function sameUntil(one: readonly Unit[], other: readonly Unit[]): number {
  let same = 0
  while (same < one.length && one[same]?.key === other[same]?.key) same++
  while (same > 0 && isHalf(one[same - 1]) && (isHalf(one[same]) || isHalf(other[same]))) same--
  return same
}

/** “Mondays” becomes “Tuesdays”, not “Mon” “Tues”. */
function wholeWords(one: readonly Unit[], other: readonly Unit[], same: number): number {
  let whole = same
  while (
    whole > 0 &&
    isLetter(one[whole - 1]) &&
    (isLetter(one[whole]) || isLetter(other[whole]))
  ) {
    whole--
  }
  return whole
}

const isLetter = (unit: Unit | undefined) => /^[\p{L}\p{N}]$/u.test(unit?.node.text ?? '')

const isHalf = (unit: Unit | undefined) => /^[\ud800-\udfff]$/.test(unit?.node.text ?? '')

function contentOf(units: readonly Unit[]): JSONContent[] {
  const content: JSONContent[] = []
  for (const { node } of units) {
    const last = content.at(-1)
    const isSame =
      last?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (isSame) content[content.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else content.push(node)
  }
  return content
}
