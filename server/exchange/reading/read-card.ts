/** A card in a zip, under the ids that all around it have here. */
import { longest, newId } from '@atelier/shared/boards/board-shape'
import type { columnContent, labelContent } from '@atelier/shared/exchange/board-content'
import type { CardContent, cardContent } from '@atelier/shared/exchange/card-content'
import type { ImportedCard } from '@atelier/shared/exchange/imported-board'
import { lineOf, type Parts } from './board-parts'
import type { RoomReader } from './body-reader'

export type AllParts = {
  labels: Parts<typeof labelContent>
  columns: Parts<typeof columnContent>
  cards: Parts<typeof cardContent>
}

/** An archived card whose column is gone comes back in the first one. */
export function cardOf(
  { newId: id, part }: { newId: string; part: CardContent },
  { columns, labels, cards }: AllParts,
): ImportedCard {
  const { start, due, estimate, createdAt, archivedAt, isTemplate, attachments, cover } = part
  const cardAt = (old: string | null) => cards.get(old ?? '')?.newId ?? null
  return {
    id,
    title: lineOf(part.title, longest.cardTitle),
    column: columns.get(part.column ?? '')?.newId ?? newId(),
    labels: [...new Set(part.labels)].flatMap((label) => labels.get(label)?.newId ?? []),
    assignees: idsOf(part.assignees),
    outcomes: part.outcomes,
    ...{ start, due, estimate, cover, createdAt, archivedAt, isTemplate },
    checklists: part.checklists.map(({ name, items }) => ({
      name: lineOf(name, longest.checklistName),
      items: items.map(({ text, done }) => ({ text: lineOf(text, longest.itemText), done })),
    })),
    attachments: attachments.map(({ file, ...facts }) => ({ id: file, ...facts })),
    blocks: [...new Set(part.blocks.flatMap((old) => cardAt(old) ?? []))],
    partOf: cardAt(part.partOf),
    duplicates: cardAt(part.duplicates),
    goals: part.goals.map(({ person, text, helpers }) => ({
      ...{ person: person.id, text },
      helpers: idsOf(helpers),
    })),
    learned: part.learned.map(({ person, text }) => ({ person: person.id, text })),
    asked: idsOf(part.asked),
    description: null,
    unknownKeys: part.unknownKeys,
  }
}

const idsOf = (people: readonly { id: string }[]) => [...new Set(people.map(({ id }) => id))]

/** Its files under the ids they have here: those that came along. */
export function withFiles(
  { attachments, cover }: ImportedCard,
  read: RoomReader,
): Pick<ImportedCard, 'attachments' | 'cover'> {
  const worn = cover && 'file' in cover ? read.file(cover.file) : null
  return {
    attachments: attachments.flatMap((file) => {
      const id = read.file(file.id)
      return id === null ? [] : { ...file, id }
    }),
    cover: cover && 'file' in cover ? (worn === null ? null : { file: worn }) : cover,
  }
}
