import { type CardFate, type MovedCards, mostAtOnce } from '@atelier/shared/boards/move-card'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { inPortions, type Portions } from './in-portions'
import { useLeftWords } from './use-left-words'

type Wish = { cards: readonly string[]; boardId: string; column: string }
type Journey = { cards: readonly string[]; from: string; to: { boardId: string; column?: string } }

const travel = async (journey: Journey) => {
  const { cards, from, to } = journey
  const send = (portion: string[]) =>
    ask(api.boards[':id'].moves.$post({ param: { id: from }, json: { ...to, cards: portion } }))
  return { ...(await inPortions(cards, mostAtOnce, send)), journey }
}

/** Takes cards to another board, says what became of each and what stayed behind; and back, for a moment. */
export function useMoveAcross() {
  const { t } = useTranslation('board-moves')
  const fateWords = useFateWords()
  const leftWords = useLeftWords()
  const { room, announce } = useDesk()
  const here = parseRoomName(room.name)?.id ?? ''
  const renews = [['my-cards'], ['room', here]] as const
  const say = (words: readonly string[], onPress?: () => void) => {
    const text = words.join(' ')
    toast({ text, ...(onPress && { action: { label: t('undo'), onPress } }) })
    announce(text)
  }
  const back = useChange(travel, {
    renews: [...renews],
    done: ({ journey, ...moved }) => {
      const there = cardsOf(moved, 'there')
      // What never went is still here.
      const known = new Set([...there, ...cardsOf(moved, 'gone')])
      const cards = journey.cards.filter((id) => !known.has(id))
      if (cards.length === 0) return announce(t('back'))
      const words = [t('someBack', { count: there.length }), ...fateWords(moved)]
      say(words, () => back.mutate({ ...journey, cards }))
    },
  })
  return useChange(({ cards, ...to }: Wish) => travel({ cards, from: here, to }), {
    renews: [...renews],
    done: ({ journey, ...moved }) => {
      const there = cardsOf(moved, 'there')
      const words = [
        ...(there.length > 0 ? [t('done', { count: there.length })] : []),
        ...fateWords(moved),
        ...leftWords(moved.answers.map(({ left }) => left)),
      ]
      // Of what was under way when the network went nobody knows whether it is there.
      const cards = [...there, ...(moved.broken?.portion ?? [])]
      if (cards.length === 0) return say(words)
      const from = journey.to.boardId
      say(words, () => back.mutate({ cards, from, to: { boardId: here } }))
    },
  })
}

const cardsOf = ({ answers }: Portions<MovedCards>, wanted: CardFate): string[] =>
  answers.flatMap(({ cards }) => cards.flatMap(({ id, fate }) => (fate === wanted ? id : [])))

/** Sentences about those that did not go. */
function useFateWords() {
  const { t } = useTranslation('board-moves')
  return (moved: Portions<MovedCards>): string[] => {
    const stayed = (['gone', 'template', 'elsewhere'] as const).flatMap((fate) => {
      const count = cardsOf(moved, fate).length
      return count > 0 ? t(`fate.${fate}`, { count }) : []
    })
    const { broken } = moved
    if (!broken) return stayed
    return [...stayed, t('cutOff', { count: broken.portion.length + broken.rest.length })]
  }
}
