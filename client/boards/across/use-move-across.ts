import type { MovedCard } from '@atelier/shared/boards/move-card'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { useFormat } from '../../i18n/use-format'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { useLeftOutcomes } from './use-left-outcomes'

type Wish = { cards: readonly string[]; boardId: string; column: string }

const send = async (from: string, card: string, to: { boardId: string; column: string }) =>
  ask(
    api.boards[':id'].cards[':cardId'].move.$post({ param: { id: from, cardId: card }, json: to }),
  )

/** Takes cards to another board, says what stayed behind; and back, for a moment. */
export function useMoveAcross() {
  const { t } = useTranslation('board-moves')
  const { list } = useFormat()
  const leftOutcomes = useLeftOutcomes()
  const { room, store, people, announce } = useDesk()
  const here = parseRoomName(room.name)?.id ?? ''
  const renews = [['my-cards'], ['room', here]] as const
  const back = useChange(
    async (wishes: readonly { card: string; from: string; column: string }[]) => {
      for (const { card, from, column } of wishes) await send(from, card, { boardId: here, column })
    },
    { renews: [...renews], done: () => announce(t('back')) },
  )
  const across = async ({ cards, ...to }: Wish) => {
    const places = cards.map((card) => ({
      card,
      from: to.boardId,
      column: store.read().cards.get(card)?.column ?? '',
    }))
    const answers: MovedCard[] = []
    for (const card of cards) answers.push(await send(here, card, to))
    return { places, answers }
  }
  const leftWords = (answers: readonly MovedCard[]) => {
    const relations = answers.reduce((sum, { left }) => sum + left.relations, 0)
    const names = [...new Set(answers.flatMap(({ left }) => left.people))].map(
      (id) => people.get(id)?.name ?? t('somebody'),
    )
    return [
      ...(relations > 0 ? [t('leftRelations', { count: relations })] : []),
      ...(names.length > 0 ? [t('leftPeople', { names: list(names), count: names.length })] : []),
      ...leftOutcomes(answers.map(({ left }) => left)),
    ]
  }
  return useChange(across, {
    renews: [...renews],
    done: ({ places, answers }) => {
      const words = [t('done', { count: answers.length }), ...leftWords(answers)].join(' ')
      toast({ text: words, action: { label: t('undo'), onPress: () => back.mutate(places) } })
      announce(words)
    },
  })
}
