/** What people do with groups of notes, and with lines between notes and groups. Stale ids change nothing. */
import * as Y from 'yjs'
import { newUuid } from '../basics/uuid'
import { replaceLetters } from './letters-edits'
import { cut } from './note'
import { bringIn, changeEach, edit, setOrDelete, wallOf } from './wall-change-edits'
import type { NoteMove } from './wall-edits'
import { spotInGroup, topOf } from './wall-places'
import { entryOf, type Spot, wallLimits, wallTyping } from './wall-shape'

/** A new group with these notes in it, in their order, where the first of them lies. Null where none is there. */
export function groupNotes(
  doc: Y.Doc,
  ids: readonly string[],
  { id = newUuid(), title = '', spot }: { id?: string; title?: string; spot?: Spot } = {},
): string | null {
  const wall = wallOf(doc)
  const notes = [...new Set(ids)].flatMap((one) => wall.byId.get(one) ?? [])
  const [first] = notes
  if (!first) return null
  const values = { title: new Y.Text(cut(title, wallLimits.title)), spot: spot ?? first.spot }
  bringIn(doc, [{ root: 'groups', id, values }], () => putIn(doc, notes, id))
  return id
}

/** At the end of it, in the order given. Answers how many there are to put. */
export function putInGroup(doc: Y.Doc, ids: readonly string[], group: string): number {
  const wall = wallOf(doc)
  if (!wall.groups.some(({ id }) => id === group)) return 0
  const notes = [...new Set(ids)].flatMap((id) => wall.byId.get(id) ?? [])
  if (notes.length > 0) edit(doc, () => putIn(doc, notes, group))
  return notes.length
}

function putIn(doc: Y.Doc, notes: readonly { id: string; spot: Spot }[], group: string): void {
  let z = topOf(wallOf(doc))
  for (const { id, spot } of notes) {
    const note = entryOf(doc, 'notes', id)
    note?.set('group', group)
    note?.set('spot', { ...spot, z: ++z } satisfies Spot)
  }
}

/** Out of whichever group each is in, to a spot of its own on the wall. */
export function takeOutOfGroup(doc: Y.Doc, moves: readonly NoteMove[]): number {
  const spots = new Map(moves.map(({ id, spot }) => [id, spot]))
  return changeEach(doc, 'notes', [...spots.keys()], (note, id) => {
    setOrDelete(note, 'group', null)
    note.set('spot', spots.get(id))
  })
}

/** Takes a group off and leaves its notes where it had laid them. */
export function ungroup(doc: Y.Doc, id: string): boolean {
  const group = wallOf(doc).groups.find((one) => one.id === id)
  if (!group) return false
  edit(doc, () => {
    group.notes.forEach((note, nth) => {
      const { x, y } = spotInGroup(nth, group.notes.length)
      const entry = entryOf(doc, 'notes', note.id)
      entry?.delete('group')
      entry?.set('spot', { x: group.spot.x + x, y: group.spot.y + y, z: note.spot.z })
    })
    entryOf(doc, 'groups', id)?.set('removed', new Date().toISOString())
  })
  return true
}

/** The co-edited title of a group, for a field bound to it. */
export function groupTitle(doc: Y.Doc, id: string): Y.Text | null {
  const text = entryOf(doc, 'groups', id)?.get('title')
  return text instanceof Y.Text ? text : null
}

/** Keeping what others type beside it. */
export function renameGroup(doc: Y.Doc, id: string, given: string): boolean {
  const entry = entryOf(doc, 'groups', id)
  if (!entry) return false
  const letters = cut(given, wallLimits.title)
  doc.transact(() => {
    const text = groupTitle(doc, id)
    if (text) replaceLetters(text, letters)
    else entry.set('title', new Y.Text(letters))
  }, wallTyping)
  return true
}

/** With all that is in it. */
export const moveGroup = (doc: Y.Doc, id: string, spot: Spot): boolean =>
  changeEach(doc, 'groups', [id], (group) => group.set('spot', spot)) > 0

/** A line from one note or group to another; where there is one already, that. Null where either is not there. */
export function connect(doc: Y.Doc, from: string, to: string): string | null {
  const { links, byId, groups } = wallOf(doc)
  const isThere = (id: string) => byId.has(id) || groups.some((group) => group.id === id)
  if (from === to || !isThere(from) || !isThere(to)) return null
  const known = links.find((link) => link.from === from && link.to === to)
  if (known) return known.id
  const id = newUuid()
  bringIn(doc, [{ root: 'links', id, values: { from, to } }])
  return id
}

export function disconnect(doc: Y.Doc, ids: readonly string[]): number {
  const at = new Date().toISOString()
  return changeEach(doc, 'links', ids, (link) => setOrDelete(link, 'removed', at))
}
