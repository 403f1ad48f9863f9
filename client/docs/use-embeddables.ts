import type { Embed } from '@atelier/shared/docs/embed'
import { useTranslation } from 'react-i18next'
import { useMentionables } from '../references/mentionables'
import type { EmbedWish } from './embed-wishes'

export type Board = { id: string; title: string }
/** One to be shown at once, or a board of which a column is to be chosen first. */
export type Embeddable = { id: string; title: string; hint: string } & (
  | { board: Board; embed?: never }
  | { board?: never; embed: Embed }
)

/** What is called like `query` and can be shown in a text. */
export function useEmbeddables(wish: EmbedWish, projectId: string | undefined, query: string) {
  const { t } = useTranslation('references')
  const { found, isLoading } = useMentionables(projectId, query)
  const all: Record<EmbedWish, Embeddable[]> = {
    doc: found.docs.map(({ id, title, project }) => ({
      id,
      title: title || t('untitled.doc'),
      hint: project ?? '',
      embed: { kind: 'doc', roomId: id, partId: null, label: title },
    })),
    column: found.boards.map(({ id, title, project }) => ({
      id,
      title: title || t('untitled.board'),
      hint: project ?? '',
      board: { id, title },
    })),
    card: found.cards.map(({ id, title, boardId, board, column }) => ({
      id: `${boardId} ${id}`,
      title: title || t('untitled.card'),
      hint: [board, column].filter(Boolean).join(' › '),
      embed: { kind: 'card', roomId: boardId, partId: id, label: title },
    })),
  }
  return { options: all[wish], isLoading }
}
