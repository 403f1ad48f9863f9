import { type BoardView, noFilter } from '@atelier/shared/boards/view'
import { Archive, Filter, FilterX, Plus, Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../shell/screen-commands'
import { useDesk } from './board-context'
import { isFiltering } from './board-filter'
import { boardViews } from './board-views'
import { focusFilter } from './focus-filter'
import { type CommandIcon, oneCommand, those } from './one-command'
import type { ViewChange } from './use-board-view'

export type BoardDeeds = {
  view: BoardView
  changeView(change: ViewChange): void
  undo(): void
  redo(): void
  openArchive(): void
  addTo(columnId: string): void
}

/** What can be done with the board as a whole. */
export function useBoardDeeds(deeds: BoardDeeds): () => Command[] {
  const { t } = useTranslation('board-commands')
  const { editable } = useDesk()
  const newCards = useNewCards(deeds)
  const { view, changeView, undo, redo, openArchive } = deeds
  const unfilter = () => changeView({ filter: noFilter })
  const views = boardViews.map(({ kind, icon }, index): readonly [boolean, Command] => [
    kind !== view.kind,
    {
      ...oneCommand(kind, t(`views.${kind}`), icon as CommandIcon, () => changeView({ kind })),
      shortcut: [String(index + 1)],
    },
  ])
  return () =>
    those([
      ...newCards().map((one) => [editable && view.kind === 'board', one] as const),
      ...views,
      [true, oneCommand('filter', t('filter'), Filter, focusFilter, 'filter')],
      [isFiltering(view.filter), oneCommand('unfilter', t('unfilter'), FilterX, unfilter)],
      [editable, oneCommand('undo', t('undo'), Undo2, undo, 'undo')],
      [editable, oneCommand('redo', t('redo'), Redo2, redo, 'redo')],
      [true, oneCommand('archive-open', t('archive'), Archive, openArchive)],
    ])
}

/** One for each column; the key is that of the first. */
function useNewCards({ addTo }: Pick<BoardDeeds, 'addTo'>): () => Command[] {
  const { t } = useTranslation('board-commands')
  const { store } = useDesk()
  return () =>
    store.read().columns.map(({ id, name }, index) => ({
      ...oneCommand(`add-${id}`, t('new'), Plus, () => addTo(id), index === 0 ? 'add' : undefined),
      hint: name,
    }))
}
