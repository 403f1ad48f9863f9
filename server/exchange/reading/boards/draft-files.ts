/** Files that came with their bytes, as attachments of their card. */
import { randomUUID } from 'node:crypto'
import { mostOfCard } from '@atelier/shared/exchange/card-content'
import type { ImportedCard } from '@atelier/shared/exchange/imported-board'
import { readFileName } from '../../../files/file-name'
import { type Collected, skip } from '../pack'
import type { DraftCard } from './draft'

/** Puts them into `into`. What is too much for a card is left out, and said. */
export function filesOf(
  { title, files, cover, coverFile }: DraftCard,
  board: string,
  { into }: { into: Collected },
): Pick<ImportedCard, 'attachments' | 'cover'> {
  if (files.length > mostOfCard.files) skip(into, title, 'cut')
  const addedAt = new Date().toISOString()
  const kept = files.slice(0, mostOfCard.files).map(({ key, name: given, mime, bytes }) => {
    const [id, name] = [randomUUID(), readFileName(given)]
    into.files.push({ id, docId: board, name, bytes })
    return { key, attachment: { id, name, mime, size: bytes.length, addedAt } }
  })
  const picture = kept.find(({ key }) => key === coverFile)
  const colour = cover && { colour: cover }
  return {
    attachments: kept.map(({ attachment }) => attachment),
    cover: picture ? { file: picture.attachment.id } : colour,
  }
}
