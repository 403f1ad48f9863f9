/** A board as WeKan exports it: one JSON of flat lists, archived cards too, and the bytes of its files. */
import { asText } from '@atelier/shared/boards/plain-values'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { timeIn } from './days'
import type { Draft, DraftPerson } from './draft'
import { aboutBoard } from './draft-about'
import { byPosition, grouped, type Loose, recordAt, recordsIn, wordsOf } from './loose-json'
import { type WekanParts, wekanCard } from './wekan-card'
import { wekanColourOf } from './wekan-colours'
import { columnsOf, idOf, lanesOf } from './wekan-lanes'

export const isWekan = (json: Loose): boolean =>
  Array.isArray(json.lists) &&
  Array.isArray(json.cards) &&
  (asText(json._format).startsWith('wekan-board') ||
    (json._format === undefined && recordsIn(json.lists).some(({ _id }) => asText(_id) !== '')))

type Wishes = { words: ImportWords; zone: string; into: Collected }

export function readWekan(json: Loose, { words, zone, into }: Wishes): Draft {
  const title = wordsOf(json.title)
  const cards = recordsIn(json.cards)
  if (cards.some(({ startAt, dueAt }) => [startAt, dueAt].some((time) => timeIn(time, zone))))
    skip(into, title, 'times-left')
  if (recordsIn(json.rules).length > 0) skip(into, title, 'rules-left')
  const people = recordsIn(json.users).map(personOf)
  const lanes = lanesOf(json, cards)
  if (lanes.labels.length > 0) skip(into, title, 'lanes-as-labels')
  const { columns, columnOf } = columnsOf(json)
  const known = new Set(cards.map(idOf))
  const parts: WekanParts = {
    ...{ words, zone, into, columnOf, lanes },
    checklists: grouped(recordsIn(json.checklists), ({ cardId }) => asText(cardId)),
    items: grouped(recordsIn(json.checklistItems), ({ checklistId }) => asText(checklistId)),
    subtasks: grouped(
      recordsIn(json.subtaskItems).filter((card) => !known.has(idOf(card))),
      ({ parentId }) => asText(parentId),
    ),
    comments: grouped(recordsIn(json.comments), ({ cardId }) => asText(cardId)),
    files: grouped(recordsIn(json.attachments), ({ cardId }) => asText(cardId)),
    fields: new Map(recordsIn(json.customFields).map((field) => [idOf(field), field])),
    names: new Map(people.map(({ key, name }) => [key, name])),
  }
  const inOrder = byPosition(cards, 'sort').sort((a, b) => lanes.nth(a) - lanes.nth(b))
  const draft: Draft = {
    ...{ source: 'wekan', title, isPlainText: false, columns, people },
    labels: [
      ...lanes.labels,
      ...recordsIn(json.labels).map((label) => ({
        key: idOf(label),
        name: wordsOf(label.name) || words.label,
        colour: wekanColourOf(label.color) ?? 'blue',
      })),
    ],
    cards: inOrder.map((card) => wekanCard(card, parts)),
  }
  return aboutBoard(draft, asText(json.description), words, into)
}

const personOf = (user: Loose): DraftPerson => {
  const fullName = asText(recordAt(user, 'profile').fullname).trim()
  return {
    key: idOf(user),
    name: fullName || asText(user.username),
    knownAs: [asText(user.username)].filter((name) => name !== ''),
  }
}
