/** Mentions while somebody writes: they stand in the words as "@Name", and are told apart at the end. */
import type { CommentPart } from '@atelier/shared/comments/comment'

export type Named = { id: string; name: string }

/** What was written, with those of `known` who are called in it. Longer names go first: Ann Lee is not Ann. */
export function partsOf(text: string, known: readonly Named[]): CommentPart[] {
  const byName = new Map(known.map((person) => [person.name, person]))
  const names = [...byName.keys()].sort((a, b) => b.length - a.length)
  if (names.length === 0) return [{ text }]
  const called = new RegExp(`@(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const parts: CommentPart[] = []
  let done = 0
  for (const found of text.matchAll(called)) {
    const person = byName.get(found[1] ?? '')
    if (!person) continue
    parts.push({ text: text.slice(done, found.index) }, { person: person.id, name: person.name })
    done = found.index + found[0].length
  }
  return [...parts, { text: text.slice(done) }]
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

export const namedIn = (parts: readonly CommentPart[]): Named[] =>
  parts.flatMap((part) => ('person' in part ? [{ id: part.person, name: part.name }] : []))

/** The letters behind an "@" that the caret stands at, and where that is; null when it is at none. */
export function calledAt(text: string, caret: number): { at: number; letters: string } | null {
  const found = /(?:^|[\s([{"“„])@([^@\n]{0,40})$/u.exec(text.slice(0, caret))
  if (!found) return null
  const letters = found[1] ?? ''
  // A name of three words is as far as it goes: the rest is a sentence.
  if (letters.startsWith(' ') || letters.split(' ').length > 3) return null
  return { at: caret - letters.length - 1, letters }
}

const folded = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** Whose name, or a word of it, begins like this. */
export function findNamed<T extends Named>(people: readonly T[], letters: string, most = 6): T[] {
  const wanted = folded(letters)
  const begins = (name: string) =>
    folded(name).startsWith(wanted) ||
    folded(name)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(wanted))
  return people.filter(({ name }) => begins(name)).slice(0, most)
}
