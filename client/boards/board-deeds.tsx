import { type BoardView, noFilter } from '@atelier/shared/boards/view'
import {
  Archive,
  Bell,
  BellOff,
  CopyPlus,
  Filter,
  FilterX,
  FolderInput,
  Plus,
  Redo2,
  Trash2,
  Undo2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoomPage } from '../projects/project-records'
import type { Command } from '../shell/screen-commands'
import type { DuplicateTo } from './across/duplicate-board-dialog'
import { useWritableProjects } from './across/use-writable-projects'
import { useDesk } from './board-context'
import { isFiltering } from './board-filter'
import { boardViews } from './board-views'
import { focusFilter } from './focus-filter'
import { type CommandIcon, oneCommand, those } from './one-command'
import { useBoardId } from './use-board-id'
import type { ViewChange } from './use-board-view'
import { useMuted } from './use-muted'
import { useTrashBoard } from './use-trash-board'

export type BoardDeeds = {
  view: BoardView
  changeView(change: ViewChange): void
  undo(): void
  redo(): void
  openArchive(): void
  duplicate(to: DuplicateTo): void
  addTo(columnId: string): void
}

/** What can be done with the board as a whole. */
export function useBoardDeeds(deeds: BoardDeeds): () => Command[] {
  const { t } = useTranslation('board-commands')
  const { editable } = useDesk()
  const newCards = useNewCards(deeds)
  const { isMuted, mute } = useMuted()
  const trash = useTrashBoard()
  const { view, changeView, undo, redo, openArchive, duplicate } = deeds
  const { data: page } = useRoomPage('board', useBoardId())
  const others = useWritableProjects(page?.project.id).filter(({ id }) => id !== page?.project.id)
  const mayCopy = editable && page !== undefined
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
      [isMuted, oneCommand('unmute', t('mute.off'), Bell, () => mute(false))],
      [!isMuted, oneCommand('mute', t('mute.on'), BellOff, () => mute(true))],
      [true, oneCommand('archive-open', t('archive'), Archive, openArchive)],
      [mayCopy, oneCommand('duplicate', t('duplicate'), CopyPlus, () => duplicate('here'))],
      [
        mayCopy && others.length > 0,
        oneCommand('elsewhere', t('elsewhere'), FolderInput, () => duplicate('elsewhere')),
      ],
      [trash !== null, oneCommand('trash', t('trash'), Trash2, () => trash?.())],
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
