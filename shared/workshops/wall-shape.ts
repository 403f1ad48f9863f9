/**
 * How a wall lies in the Y.Doc of its workshop's room, and a pad in its own. Single keys are set or deleted, no map is
 * ever rewritten; keys nobody knows yet are kept.
 *
 *   title   Y.Text  (the wall's only)
 *   notes   Y.Map  note id → Y.Map {
 *             text: Y.Text, colour: NoteColour, spot: Spot, size?: 'small' | 'large', stage: stage id, topic?: topic key,
 *             group?: group id, 'stroke:<id>'?: Stroke & { n }, file?: { id, name, width, height },
 *             author?: the name somebody chose to put to it, removed?: ISO time }
 *   groups  Y.Map  group id → Y.Map { title: Y.Text, spot: Spot, removed?: ISO time }
 *   links   Y.Map  link id → Y.Map { from: note or group id, to: note or group id, removed?: ISO time }
 *
 * A spot is one value, so that the last move wins whole. What is taken off is marked, so that what somebody writes into
 * it at the same moment is there when it is put back. A note whose group is taken off is in none. A note in a group
 * lies where the group lays it (`spotInGroup`); its own spot is where it goes without one, and `z` its turn in there.
 * Strokes have keys of their own, so that of two who draw on one note neither loses a line; `n` is the order of them.
 */
import * as Y from 'yjs'
import type { NoteColour } from './note-colours'

/** In pixels of the wall at its natural size; `z` rises with what lies on top. */
export type Spot = { x: number; y: number; z: number }
/** One line of a drawing: `points` are x and y in turn, 0 to 1000 of the note's side. */
export type Stroke = { ink: NoteColour | 'ink'; points: number[] }
export type NotePicture = { id: string; name: string; width: number; height: number }

export type Entry = Y.Map<unknown>
export type WallRoot = 'notes' | 'groups' | 'links'

/** The origin of every edit of a wall or pad, by which undo knows this person's own. */
export const wallEdit = 'wall-edit'
/** The origin of letters: those typed in one go are one step of undo. */
export const wallTyping = 'wall-typing'

export const wallTitle = (doc: Y.Doc): Y.Text => doc.getText('title')

/** A root map, or null where a hostile or broken document holds something else by that name. */
export function rootOf(doc: Y.Doc, root: WallRoot): Entry | null {
  const found = doc.share.get(root)
  const usable = !found || found instanceof Y.Map || found.constructor === Y.AbstractType
  return usable ? doc.getMap(root) : null
}

export function entryOf(doc: Y.Doc, root: WallRoot, id: string): Entry | null {
  const found = rootOf(doc, root)?.get(id)
  return found instanceof Y.Map ? found : null
}

/** A note at its natural size, in pixels, and how far apart notes are laid. */
export const noteSide = 168
export const noteSizes = ['small', 'medium', 'large'] as const
/** `medium` is written nowhere: it is what a note without a size has. */
export type NoteSize = (typeof noteSizes)[number]
export const sideOf = (size: NoteSize): number =>
  ({ small: 120, medium: noteSide, large: 264 })[size]
export const noteGap = 24
/** The most letters one note takes. */
export const noteLetters = 600
export const wallLimits = {
  notes: 3000,
  notesOfOne: 100,
  strokes: 60,
  pointsOfStroke: 400,
  title: 80,
} as const
/** How far from the middle anything may lie, in pixels. */
export const wallEdge = 100_000
