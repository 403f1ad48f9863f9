import { useTranslation } from 'react-i18next'
import { type CommandGroup, useScreenCommands } from '../shell/screen-commands'
import { useDesk } from './board-context'
import { type BoardDeeds, useBoardDeeds } from './board-deeds'
import { useCardDeeds } from './card-deeds'
import { cardsInFront } from './card-in-front'

type Deeds = BoardDeeds & Parameters<typeof useCardDeeds>[0]

/** Everything the board's keys do, in the palette, too: with the card in front, and with the board. */
export function useBoardCommands(deeds: Deeds): void {
  const { t } = useTranslation('board-commands')
  const ofCard = useCardDeeds(deeds)
  const ofBoard = useBoardDeeds(deeds)
  const { store, selection } = useDesk()
  /** The one in its window, else those in the view. */
  const inFront = () =>
    deeds.opened === null
      ? cardsInFront(document.activeElement, selection, store.read().columns)
      : [deeds.opened]
  useScreenCommands(() => {
    const ids = inFront()
    const card = store.read().cards.get(ids[0] ?? '')
    const groups: CommandGroup[] = [{ title: t('board'), commands: ofBoard() }]
    if (!card) return groups
    const title = ids.length > 1 ? t('chosen', { count: ids.length }) : card.title || t('untitled')
    return [{ title, commands: ofCard(card, ids) }, ...groups]
  })
}
