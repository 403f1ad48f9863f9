import { newId } from '@atelier/shared/boards/board-shape'
import type { MovedCard } from '@atelier/shared/boards/move-card'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { useLeftOutcomes } from './use-left-outcomes'

type Wish = { cards: readonly string[]; boardId: string; column: string }

/** Puts copies of cards on another board, says what they could not take along, and shows the way there. */
export function useCopyAcross() {
  const { t } = useTranslation('board-copies')
  const leftOutcomes = useLeftOutcomes()
  const { room, announce } = useDesk()
  const navigate = useNavigate()
  const here = parseRoomName(room.name)?.id ?? ''
  const send = async ({ cards, ...to }: Wish) => {
    const made: { id: string; answer: MovedCard }[] = []
    for (const cardId of cards) {
      const id = newId()
      const param = { id: here, cardId }
      const asked = api.boards[':id'].cards[':cardId'].copy.$post({ param, json: { ...to, id } })
      made.push({ id, answer: await ask(asked) })
    }
    return { made, boardId: to.boardId }
  }
  return useChange(send, {
    renews: [['my-cards']],
    done: ({ made, boardId }) => {
      const relations = made.reduce((sum, { answer }) => sum + answer.left.relations, 0)
      const people = new Set(made.flatMap(({ answer }) => answer.left.people)).size
      const words = [
        t('done', { count: made.length }),
        ...(relations > 0 ? [t('withoutRelations', { count: relations })] : []),
        ...leftOutcomes(made.map(({ answer }) => answer.left)),
        ...(people > 0 ? [t('withoutPeople', { count: people })] : []),
      ].join(' ')
      const search = made.length === 1 ? { card: made[0]?.id } : {}
      const onPress = () => void navigate({ to: '/boards/$boardId', params: { boardId }, search })
      toast({ text: words, action: { label: t('open'), onPress } })
      announce(words)
    },
  })
}
