/** A card that was brought in, once it is known what its files are and who of its people are here. */
import { filesIn } from '@atelier/shared/docs/files-in'
import type { ImportedCard } from '@atelier/shared/exchange/imported-board'
import { type Here, settleBody } from './settle-body'

export const filesOfCard = ({ description, attachments, cover }: ImportedCard): string[] => [
  ...(description ? filesIn(description) : []),
  ...attachments.map(({ id }) => id),
  ...(cover && 'file' in cover ? [cover.file] : []),
]

export function settledCard(card: ImportedCard, here: Here): ImportedCard {
  const { cover, description } = card
  const isHere = (person: string) => here.people.has(person)
  return {
    ...card,
    assignees: card.assignees.filter(isHere),
    outcomes: card.outcomes.flatMap(({ id: old, name }) => {
      const id = here.outcomes.get(old)
      return id === undefined ? [] : { id, name }
    }),
    goals: card.goals.flatMap((goal) =>
      isHere(goal.person) ? { ...goal, helpers: goal.helpers.filter(isHere) } : [],
    ),
    learned: card.learned.filter(({ person }) => isHere(person)),
    asked: card.asked.filter(isHere),
    attachments: attachmentsOf(card, here),
    cover: cover && 'file' in cover && !isPicture(cover.file, here) ? null : cover,
    description: description && settleBody(description, here),
  }
}

/** As the bytes say. */
const attachmentsOf = ({ attachments }: ImportedCard, { files }: Here) =>
  attachments.flatMap(({ id, name, addedAt }) => {
    const kept = files.get(id)
    if (!kept) return []
    return { id, name: name || kept.name, mime: kept.mime, size: kept.size, addedAt }
  })

const isPicture = (file: string, { files }: Here) => (files.get(file)?.width ?? null) !== null
