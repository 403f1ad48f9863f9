import { newId } from '@atelier/shared/boards/board-shape'
import { mostAtOnce } from '@atelier/shared/boards/move-card'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { inPortions } from './in-portions'
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
    const names = new Map(cards.map((card) => [card, newId()]))
    const copied = await inPortions(cards, mostAtOnce, (portion) => {
      const json = { ...to, cards: portion.map((card) => ({ card, as: names.get(card) ?? '' })) }
      return ask(api.boards[':id'].copies.$post({ param: { id: here }, json }))
    })
    return { ...copied, names, boardId: to.boardId }
  }
  return useChange(send, {
    renews: [['my-cards']],
    done: ({ answers, broken, names, boardId }) => {
      const cards = answers.flatMap((answer) => answer.cards)
      const made = cards.filter(({ fate }) => fate === 'there')
      const gone = cards.length - made.length
      const left = answers.map((answer) => answer.left)
      const relations = left.reduce((sum, one) => sum + one.relations, 0)
      const people = new Set(left.flatMap((one) => one.people)).size
      const words = [
        ...(made.length > 0 ? [t('done', { count: made.length })] : []),
        ...(gone > 0 ? [t('gone', { count: gone })] : []),
        ...(broken ? [t('cutOff', { count: broken.portion.length + broken.rest.length })] : []),
        ...(relations > 0 ? [t('withoutRelations', { count: relations })] : []),
        ...leftOutcomes(left),
        ...(people > 0 ? [t('withoutPeople', { count: people })] : []),
      ].join(' ')
      const search = made.length === 1 ? { card: names.get(made[0]?.id ?? '') } : {}
      const onPress = () => void navigate({ to: '/boards/$boardId', params: { boardId }, search })
      toast({ text: words, action: { label: t('open'), onPress } })
      announce(words)
    },
  })
}
