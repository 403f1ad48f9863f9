/** What people do with notes on a wall or in a pad. Stale ids change nothing, and are answered with false or 0. */
import * as Y from 'yjs'
import { newUuid } from '../basics/uuid'
import { refuse } from '../refusals'
import { replaceLetters } from './letters-edits'
import { cut, type DrawnStroke, type Note } from './note'
import type { NoteColour } from './note-colours'
import { type Birth, bringIn, changeEach, setOrDelete, wallOf } from './wall-change-edits'
import { topOf } from './wall-places'
import {
  entryOf,
  type NotePicture,
  type NoteSize,
  noteGap,
  noteLetters,
  type Spot,
  type Stroke,
  wallLimits,
  wallTyping,
} from './wall-shape'

export type NewNote = {
  /** Chosen by whoever makes it; a new one where it is left out. */
  id?: string
  text?: string
  colour: NoteColour
  spot: Spot
  stage: string
  size?: NoteSize
  topic?: string | null
  group?: string | null
  picture?: NotePicture | null
  drawing?: readonly Stroke[]
}

/** Answers the new note's id. Refused on a wall that is full. */
export const addNote = (doc: Y.Doc, note: NewNote): string => addNotes(doc, [note])[0] as string

/** In one edit. */
export function addNotes(doc: Y.Doc, notes: readonly NewNote[]): string[] {
  if (wallOf(doc).notes.length + notes.length > wallLimits.notes) refuse('too-many')
  const births = notes.map((note) => birthOf(note, note.id ?? newUuid()))
  if (births.length > 0) bringIn(doc, births)
  return births.map(({ id }) => id)
}

/** How a note is written into a wall or pad. */
export const birthOf = (note: NewNote, id: string): Birth => ({
  root: 'notes',
  id,
  values: {
    text: new Y.Text(cut(note.text ?? '', noteLetters)),
    colour: note.colour,
    spot: note.spot,
    stage: note.stage,
    size: sizeKept(note.size),
    topic: note.topic,
    group: note.group,
    file: note.picture,
    ...Object.fromEntries(
      (note.drawing ?? []).map((stroke, n) => strokeEntry(newUuid(), stroke, n)),
    ),
  },
})

const sizeKept = (size: NoteSize | undefined) => (size === 'medium' ? null : size)
const strokeEntry = (id: string, { ink, points }: Stroke, n: number) =>
  [`stroke:${id}`, { ink, points, n }] as const

export type NoteMove = { id: string; spot: Spot }

/** Each to its own spot, in one edit. */
export function moveNotes(doc: Y.Doc, moves: readonly NoteMove[]): number {
  const spots = new Map(moves.map(({ id, spot }) => [id, spot]))
  return changeEach(doc, 'notes', [...spots.keys()], (note, id) => {
    const spot = spots.get(id)
    if (!sameSpot(note.get('spot'), spot)) note.set('spot', spot)
  })
}

const sameSpot = (a: unknown, b: Spot | undefined): boolean => {
  const { x, y, z } = (a ?? {}) as Partial<Spot>
  return x === b?.x && y === b?.y && z === b?.z
}

export const setNoteColour = (doc: Y.Doc, ids: readonly string[], colour: NoteColour): number =>
  changeEach(doc, 'notes', ids, (note) => setOrDelete(note, 'colour', colour))

export const setNoteSize = (doc: Y.Doc, ids: readonly string[], size: NoteSize): number =>
  changeEach(doc, 'notes', ids, (note) => setOrDelete(note, 'size', sizeKept(size)))

/** The co-edited words of a note, for a field bound to it. */
export function noteText(doc: Y.Doc, id: string): Y.Text | null {
  const text = entryOf(doc, 'notes', id)?.get('text')
  return text instanceof Y.Text ? text : null
}

/** What a field says now, keeping what others type beside it. Cut at `noteLetters`. */
export function setNoteText(doc: Y.Doc, id: string, given: string): boolean {
  const entry = entryOf(doc, 'notes', id)
  if (!entry) return false
  const letters = cut(given, noteLetters)
  doc.transact(() => {
    const text = noteText(doc, id)
    if (text) replaceLetters(text, letters)
    else entry.set('text', new Y.Text(letters))
  }, wallTyping)
  return true
}

/**
 * The lines of a drawing as they are to be. Those with an id were there before; who draws at the same moment loses
 * none. Refused with too many lines or points.
 */
export function setDrawing(
  doc: Y.Doc,
  id: string,
  strokes: readonly (Stroke & { id?: string })[],
): boolean {
  if (strokes.length > wallLimits.strokes) refuse('too-many')
  if (strokes.some(({ points }) => points.length > wallLimits.pointsOfStroke * 2))
    refuse('too-many')
  const kept = new Set(strokes.map((stroke) => stroke.id))
  return (
    changeEach(doc, 'notes', [id], (note) => {
      for (const key of strokeKeys(note))
        if (!kept.has(key.slice('stroke:'.length))) note.delete(key)
      strokes.forEach((stroke, n) => {
        if (stroke.id !== undefined && note.has(`stroke:${stroke.id}`)) return
        note.set(...strokeEntry(newUuid(), stroke, n))
      })
    }) > 0
  )
}

const strokeKeys = (note: Y.Map<unknown>) =>
  [...note.keys()].filter((key) => key.startsWith('stroke:'))

/** The name its author chose to put to it; null for none. */
export const setAuthor = (doc: Y.Doc, id: string, name: string | null): boolean =>
  changeEach(doc, 'notes', [id], (note) => setOrDelete(note, 'author', name)) > 0

/** Takes notes off. Words that somebody writes into one at the same moment are there when it is put back. */
export const removeNotes = (doc: Y.Doc, ids: readonly string[]): number => {
  const at = new Date().toISOString()
  return changeEach(doc, 'notes', ids, (note) => {
    if (!note.has('removed')) note.set('removed', at)
  })
}

export const restoreNotes = (doc: Y.Doc, ids: readonly string[]): number =>
  changeEach(doc, 'notes', ids, (note) => setOrDelete(note, 'removed', null))

/** Beside what they are copies of, in no group, and by nobody. Answers their ids. */
export function duplicateNotes(doc: Y.Doc, ids: readonly string[]): string[] {
  const wall = wallOf(doc)
  let z = topOf(wall)
  const notes = ids.flatMap((id) => wall.byId.get(id) ?? [])
  return addNotes(
    doc,
    notes.map((note) => ({ ...copyOf(note), spot: besides(note.spot, ++z) })),
  )
}

const besides = ({ x, y }: Spot, z: number): Spot => ({ x: x + noteGap, y: y + noteGap, z })

const copyOf = ({ text, colour, stage, size, topic, picture, drawing }: Note): NewNote => ({
  ...{ text, colour, stage, size, topic, picture, drawing: drawing as readonly DrawnStroke[] },
  spot: { x: 0, y: 0, z: 0 },
})
