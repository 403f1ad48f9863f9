import { longest } from '@atelier/shared/boards/board-shape'
import type { CardPlace } from '@atelier/shared/mentorships/mentoring'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import type { LiveKey } from '../../api/live-keys'
import { useChange } from '../../api/use-change'
import { useFormRequest } from '../../api/use-form-request'
import { toast } from '../../ui/toast'
import { changeFollowUp, changeGoal } from './to-do-requests'

/** What becomes a card: its words are the card's title. */
export type ToDo = { kind: 'goal' | 'follow-up'; id: string; words: string; due: string | null }

type Wish = CardPlace & { column: string }

const renews: LiveKey[] = [['mentorships'], ['my-cards']]

const noteCard = ({ kind, id }: ToDo, card: CardPlace | null) =>
  kind === 'goal' ? changeGoal({ id, card }) : changeFollowUp({ id, card })

/** A title is shorter than what may be aimed at; all of it stays on one's own list. */
export const titleOf = (words: string): string =>
  words.length <= longest.cardTitle ? words : `${words.slice(0, longest.cardTitle - 1)}…`

/** Makes the card and notes where it is. Sent again after a failure, it is the same card. */
export function usePutOnBoard(toDo: ToDo, onClose: () => void) {
  const { t } = useTranslation('mentorships')
  const takeBack = useChange(
    async ({ boardId, card }: CardPlace) => {
      await noteCard(toDo, null)
      await ask(
        api.boards[':id'].cards[':cardId'].$delete({ param: { id: boardId, cardId: card } }),
      )
    },
    { renews, done: () => void toast({ text: t('card.takenBack') }) },
  )
  return useFormRequest(
    async ({ boardId, card, column }: Wish) => {
      const json = { card, column, title: titleOf(toDo.words), due: toDo.due }
      await ask(api.boards[':id'].cards.$post({ param: { id: boardId }, json }))
      await noteCard(toDo, { boardId, card })
      return { boardId, card }
    },
    {
      renews,
      done: (place) => {
        onClose()
        toast({
          text: t('card.isThere'),
          action: { label: t('undo'), onPress: () => takeBack.mutate(place) },
        })
      },
    },
  )
}
