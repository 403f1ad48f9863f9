/** How much a board that is brought in would be made of, counted before its room is written. */
import { countUnknown } from '@atelier/shared/boards/unknown-keys'
import type { ImportedBoard, ImportedCard } from '@atelier/shared/exchange/imported-board'
import type { JSONContent } from '@tiptap/core'

export const partsIn = ({ labels, columns, cards }: ImportedBoard): number =>
  [...labels, ...columns].reduce((sum, { unknownKeys }) => sum + 1 + countUnknown(unknownKeys), 0) +
  cards.reduce((sum, card) => sum + partsOfCard(card), 0)

export const partsOfCard = (card: ImportedCard): number =>
  1 +
  card.labels.length +
  countUnknown(card.unknownKeys) +
  card.assignees.length +
  card.outcomes.length +
  card.attachments.length +
  card.blocks.length +
  card.asked.length +
  card.learned.length +
  card.goals.reduce((sum, { helpers }) => sum + 1 + helpers.length, 0) +
  card.checklists.reduce((sum, { items }) => sum + 1 + items.length, 0) +
  (card.description === null ? 0 : nodesIn(card.description))

/** Not by calls in calls: what is nested deep is nested by somebody’s intention. */
function nodesIn(body: JSONContent): number {
  let count = 0
  const left = [body]
  for (let node = left.pop(); node; node = left.pop()) {
    count += 1 + (node.marks?.length ?? 0)
    for (const child of node.content ?? []) left.push(child)
  }
  return count
}
