/** Parts of a card as they lie in a zip: each no longer, and no more of each, than is read again. */
import { isUuid } from '@atelier/shared/basics/uuid'
import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { oneLine } from '@atelier/shared/docs/tidy-inlines'
import {
  lineLength,
  mostOfCard,
  type PersonContent,
  type ShownCard,
} from '@atelier/shared/exchange/card-content'
import { longestOutcome, mostContributions } from '@atelier/shared/outcomes/outcome'

export const lineOf = (text: string) => oneLine(text).slice(0, lineLength)

const most = mostOfCard.people

/** Without names: `namePeople`. */
export const named = (people: readonly string[]): PersonContent[] =>
  people
    .filter(isUuid)
    .slice(0, most)
    .map((id) => ({ id, name: '' }))

/** Without names: `nameOutcomes`. But those of a project it has left have theirs on the card. */
export const outcomesOf = (
  { outcomes }: Pick<Card, 'outcomes'>,
  left: ReadonlyMap<string, string>,
): ShownCard['outcomes'] =>
  [
    ...outcomes.map((id) => ({ id, name: '' })),
    ...[...left].map(([id, name]) => ({ id, name: name.slice(0, longestOutcome.name) })),
  ]
    .filter(({ id }) => isUuid(id))
    .slice(0, mostContributions)

export const checklistsOf = ({ checklists }: Card): ShownCard['checklists'] =>
  checklists.slice(0, mostOfCard.lists).map(({ name, items }) => ({
    name: lineOf(name),
    items: items.slice(0, mostOfCard.items).map(({ text, done }) => ({ text: lineOf(text), done })),
  }))

export const attachmentsOf = ({
  attachments,
  cover,
}: Card): Pick<ShownCard, 'attachments' | 'cover'> => ({
  attachments: attachments
    .filter(({ id }) => isUuid(id))
    .slice(0, mostOfCard.files)
    .map(({ id: file, name, mime, size, addedAt }) => ({
      ...{ file, size, name: lineOf(name).slice(0, 1000) },
      ...{ mime: mime.slice(0, 200), addedAt: addedAt.slice(0, 40) },
    })),
  cover: cover && 'file' in cover && !isUuid(cover.file) ? null : cover,
})

const isPart = (id: string | null) => id !== null && id !== '' && id.length <= 200

export const relationsOf = ({ blocks, partOf, duplicates }: Card) => ({
  blocks: blocks.filter(isPart).slice(0, mostOfCard.others),
  partOf: isPart(partOf) ? partOf : null,
  duplicates: isPart(duplicates) ? duplicates : null,
})

export const learningOf = ({ learning }: Card): Pick<ShownCard, 'goals' | 'learned' | 'asked'> => ({
  goals: learning.goals.slice(0, most).flatMap(({ person, text, helpers }) =>
    named([person]).map((one) => ({
      ...{ person: one, text: text.slice(0, longest.learning) },
      helpers: named(helpers),
    })),
  ),
  learned: learning.learned
    .slice(0, most)
    .flatMap(({ person, text }) =>
      named([person]).map((one) => ({ person: one, text: text.slice(0, longest.learning) })),
    ),
  asked: named(learning.asked),
})
