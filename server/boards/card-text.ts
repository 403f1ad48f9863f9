import type { Card } from '@atelier/shared/boards/card'
import { readLines } from '@atelier/shared/docs/read-doc'
import * as Y from 'yjs'

/** So much of what is written on a card is kept for search. */
export const mostLetters = 4000

/** What is written on a card beside its title: description, checklists, goals, and what was learned; a line each. */
export function cardTextOf({ checklists, learning }: Card, description: unknown): string {
  const described = description instanceof Y.AbstractType ? readLines(description) : []
  return [
    ...described,
    ...checklists.flatMap(({ name, items }) => [name, ...items.map(({ text }) => text)]),
    ...learning.goals.map(({ text }) => text),
    ...learning.learned.map(({ text }) => text),
  ]
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}
