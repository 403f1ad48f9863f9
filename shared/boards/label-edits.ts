/** The labels a board knows. Putting one on a card: card-edits.ts. */
import * as Y from 'yjs'
import { orderAt } from '../basics/order'
import { refuse } from '../refusals'
import { readLabels } from './board'
import {
  type Arrival,
  bringIn,
  edit,
  entryOf,
  longest,
  newId,
  type Removed,
  rootOf,
} from './board-shape'
import type { Label, LabelColour } from './label'

/** Answers the new label's id; a label of that name and colour is used again. */
export function addBoardLabel(doc: Y.Doc, name: string, colour: LabelColour): string {
  const given = labelName(name)
  const labels = readLabels(doc)
  const same = labels.find((label) => label.name === given && label.colour === colour)
  if (same) return same.id
  const { arrival } = newLabelEntry(doc, labels, { name: given, colour })
  bringIn(doc, arrival, arrival.value)
  return arrival.id
}

/** A label that is on no board yet, behind those there are. */
export function newLabelEntry(
  doc: Y.Doc,
  labels: readonly Label[],
  { name, colour }: Pick<Label, 'name' | 'colour'>,
): { label: Label; arrival: Arrival } {
  const root = rootOf(doc, 'labels') ?? refuse('invalid')
  const id = newId()
  const label = { id, name: labelName(name), colour, order: orderAt(labels, id, 'end') }
  const entry = new Y.Map<unknown>()
  for (const key of ['name', 'colour', 'order'] as const) entry.set(key, label[key])
  return { label, arrival: { root, id, entry, mark: 'removed', value: removedNow() } }
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
