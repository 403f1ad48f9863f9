/** The labels of a card on its way to another board, as that board has them. */
import * as Y from 'yjs'
import { readLabels } from './board'
import type { Entry } from './board-shape'
import type { Label } from './label'
import { addBoardLabel } from './label-edits'

/** By name, made where there is none. For many cards at once: each label is looked for once. */
export function labelsThere(doc: Y.Doc, from: Y.Doc): (card: Entry) => Y.Map<true> {
  const theirs = new Map(readLabels(from).map((label) => [label.id, label]))
  const found = new Map<string, string>()
  const idThere = (label: Label): string => {
    const id = found.get(label.id) ?? sameThere(doc, label)
    found.set(label.id, id)
    return id
  }
  return (card) => {
    const map = new Y.Map<true>()
    const chosen = card.get('labels')
    for (const [id, isOn] of chosen instanceof Y.Map ? chosen.entries() : []) {
      const label = theirs.get(id)
      if (isOn === true && label && label.name.trim() !== '') map.set(idThere(label), true)
    }
    return map
  }
}

function sameThere(doc: Y.Doc, { name, colour }: Label): string {
  const same = readLabels(doc).filter((label) => label.name === name)
  const there = same.find((label) => label.colour === colour) ?? same[0]
  return there?.id ?? addBoardLabel(doc, name.slice(0, 40), colour)
}
