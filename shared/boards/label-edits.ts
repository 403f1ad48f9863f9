/** The labels a board knows. Putting one on a card: card-edits.ts. */
import * as Y from 'yjs'
import { orderAt } from '../basics/order'
import { refuse } from '../refusals'
import { readBoard } from './board'
import { bringIn, edit, entryOf, longest, newId, type Removed, rootOf } from './board-shape'
import type { LabelColour } from './label'

/** Answers the new label's id; a label of that name and colour is used again. */
export function addBoardLabel(doc: Y.Doc, name: string, colour: LabelColour): string {
  const given = labelName(name)
  const root = rootOf(doc, 'labels') ?? refuse('invalid')
  const { labels } = readBoard(doc)
  const same = labels.find((label) => label.name === given && label.colour === colour)
  if (same) return same.id
  const id = newId()
  const entry = new Y.Map<unknown>()
  entry.set('name', given)
  entry.set('colour', colour)
  entry.set('order', orderAt(labels, id, 'end'))
  bringIn(doc, { root, id, entry, mark: 'removed' }, removedNow())
  return id
}

export function changeBoardLabel(
  doc: Y.Doc,
  id: string,
  change: { name?: string; colour?: LabelColour },
): boolean {
  const name = change.name === undefined ? undefined : labelName(change.name)
  return edit(doc, () => {
    const label = entryOf(doc, 'labels', id)
    if (!label) return false
    if (name !== undefined && label.get('name') !== name) label.set('name', name)
    if (change.colour && label.get('colour') !== change.colour) label.set('colour', change.colour)
    return true
  })
}

/** Cards keep their marks, so that undo brings the label back everywhere. */
export function removeBoardLabel(doc: Y.Doc, id: string): boolean {
  return edit(doc, () => {
    const label = entryOf(doc, 'labels', id)
    if (!label || label.has('removed')) return false
    label.set('removed', removedNow())
    return true
  })
}

const removedNow = (): Removed => ({ at: new Date().toISOString(), id: newId() })

function labelName(name: string): string {
  const given = name.trim()
  return given === '' || given.length > longest.labelName ? refuse('invalid') : given
}
