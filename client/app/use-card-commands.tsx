import type { FoundCards } from '@atelier/shared/references/reference'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Archive, SquareCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { Command } from '../shell/screen-commands'

const fewestLetters = 2

/** Known by their keys, for the server has looked for them: no further filter applies to them. */
export const isFoundCard = (key: unknown): boolean => String(key).startsWith('card:')

/** Cards by words of their titles and of what is written on them, of all boards one may read. They open in their own window. */
export function useCardCommands(words: string): Command[] {
  const { t } = useTranslation('boards')
  const navigate = useNavigate()
  const q = words.trim()
  const { data } = useQuery({
    queryKey: ['found-cards', q],
    queryFn: (): Promise<FoundCards> => ask(api.cards.$get({ query: { q } })),
    enabled: q.length >= fewestLetters,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    // Whoever types fast asks more at once than is answered: the last question is asked again.
    retry: 2,
  })
  if (q.length < fewestLetters) return []
  return (data?.cards ?? []).map(({ id, boardId, title, board, column, archived, excerpt }) => ({
    id: `card:${boardId}:${id}`,
    label: title || t('card.untitled'),
    hint: [board, archived ? t('archive.title') : column].filter(Boolean).join(' · '),
    excerpt,
    icon: archived ? <Archive size={16} /> : <SquareCheck size={16} />,
    run: () =>
      void navigate({
        to: '/boards/$boardId',
        params: { boardId },
        search: ((before: Record<string, unknown>) => ({
          ...(location.pathname.endsWith(boardId) && before),
          card: id,
        })) as never,
      }),
  }))
}
