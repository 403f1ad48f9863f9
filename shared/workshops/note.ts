/** A note as it is shown, read from a wall or pad in which anything may stand. */

import { asRecord, asText, readText } from '../boards/plain-values'
import { type NoteColour, noteColours } from './note-colours'
import {
  type Entry,
  type NotePicture,
  type NoteSize,
  noteLetters,
  noteSizes,
  type Spot,
  type Stroke,
  wallEdge,
  wallLimits,
} from './wall-shape'

export type DrawnStroke = Stroke & { id: string }

export type Note = {
  id: string
  /** At most `noteLetters`. Plain: what looks like markup is text. */
  text: string
  colour: NoteColour
  spot: Spot
  size: NoteSize
  /** Id of the stage it was written in; '' for none. */
  stage: string
  /** Key of the topic it belongs to. */
  topic: string | null
  /** A group that is on the wall. */
  group: string | null
  drawing: readonly DrawnStroke[]
  picture: NotePicture | null
  /** The name that whoever wrote it chose to put to it. */
  author: string | null
}

/** Never throws. `group` is whatever is written there. */
export function readNote(id: string, entry: Entry): Note {
  return {
    id,
    text: lettersOf(entry.get('text')),
    colour: oneOf(noteColours, entry.get('colour')) ?? 'yellow',
    spot: readSpot(entry.get('spot')),
    size: oneOf(noteSizes, entry.get('size')) ?? 'medium',
    stage: short(entry.get('stage')) ?? '',
    topic: short(entry.get('topic')),
    group: short(entry.get('group')),
    drawing: readDrawing(entry),
    picture: readPicture(entry.get('file')),
    author: short(entry.get('author')),
  }
}

/** Cut between whole letters. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const splitsPair = /[\ud800-\udbff]/.test(text[most - 1] ?? '')
  return text.slice(0, splitsPair ? most - 1 : most)
}

function lettersOf(value: unknown): string {
  return cut(readText(value), noteLetters)
}

export function readSpot(value: unknown): Spot {
  const { x, y, z } = asRecord(value) ?? {}
  return { x: coordinate(x), y: coordinate(y), z: coordinate(z) }
}

const coordinate = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(wallEdge, Math.max(-wallEdge, value))
    : 0

function readDrawing(entry: Entry): readonly DrawnStroke[] {
  const found: (DrawnStroke & { n: number })[] = []
  entry.forEach((value, key) => {
    if (!key.startsWith('stroke:')) return
    const stroke = readStroke(value)
    if (stroke) found.push({ id: key.slice('stroke:'.length), ...stroke })
  })
  if (found.length === 0) return noDrawing
  found.sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
  return found.slice(0, wallLimits.strokes).map(({ id, ink, points }) => ({ id, ink, points }))
}

const noDrawing: readonly DrawnStroke[] = []

function readStroke(value: unknown): (Stroke & { n: number }) | null {
  const { ink, points, n } = asRecord(value) ?? {}
  if (!Array.isArray(points)) return null
  const within = points
    .slice(0, wallLimits.pointsOfStroke * 2)
    .map((at) => (typeof at === 'number' && at >= 0 && at <= 1000 ? at : 0))
  const whole = within.length % 2 === 0 ? within : within.slice(0, -1)
  return { ink: oneOf(inks, ink) ?? 'ink', points: whole, n: coordinate(n) }
}

const inks = ['ink', ...noteColours] as const

function readPicture(value: unknown): NotePicture | null {
  const file = asRecord(value)
  const id = short(file?.id)
  if (!file || !id) return null
  const side = (of: unknown) => (typeof of === 'number' && of > 0 && of < wallEdge ? of : 1)
  const { name, width, height } = file
  return { id, name: cut(asText(name), 200), width: side(width), height: side(height) }
}

export const short = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? cut(value, 80) : null

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((one) => one === value) ?? null
