import {
  ArrowDownToLine,
  Bell,
  BellOff,
  CalendarSync,
  CopyPlus,
  LayoutTemplate,
  MoreHorizontal,
  Trash2,
  Undo2,
  Workflow,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useMayUndoImport } from '../exchange/boards/use-may-undo-import'
import { lateWindow } from '../offline/late-part'
import { useRoomPage } from '../projects/project-records'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { useDesk } from './board-context'
import { useMuted } from './use-muted'
import { useTrashBoard } from './use-trash-board'

type Window = (board: {
  boardId: string
  title: string
  projectId: string
  onClose(): void
}) => ReactNode

const RulesDialog = lateWindow(async () => (await import('./rules/rules-dialog')).RulesDialog)
const FeedDialog = lateWindow(async () => (await import('../feeds/feed-dialog')).FeedDialog)
const DownloadBoardDialog = lateWindow(
  async () => (await import('../exchange/boards/download-board-dialog')).DownloadBoardDialog,
)
const TemplatesDialog = lateWindow(
  async () => (await import('./card/templates-dialog')).TemplatesDialog,
)
const UndoImportDialog = lateWindow(
  async () => (await import('../exchange/boards/undo-import-dialog')).UndoImportDialog,
)

type Props = { boardId: string; onDuplicate(): void }

/** What one seldom does with a board as a whole; each opens a window of its own, fetched with it. */
export function BoardMenu({ boardId, onDuplicate }: Props) {
  const { t } = useTranslation('boards')
  const { t: rules } = useTranslation('board-rules')
  const { t: feeds } = useTranslation('board-feeds')
  const { t: exchange } = useTranslation('board-exchange')
  const { t: copies } = useTranslation('board-copies')
  const { t: commands } = useTranslation('board-commands')
  const { editable } = useDesk()
  const { isMuted, mute } = useMuted()
  const trash = useTrashBoard()
  const { data: page } = useRoomPage('board', boardId)
  const [isOpen, setIsOpen] = useState(false)
  const mayUndo = useMayUndoImport(boardId, isOpen && editable)
  const [opened, setOpened] = useState<{ window: Window } | null>(null)
  const open = (window: Window) => () => setOpened({ window })
  const board = { boardId, title: page?.title ?? '', projectId: page?.project.id ?? '' }
  return (
    <>
      <MenuTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <IconButton label={t('menu')}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
        <Menu>
          <MenuItem icon={<Workflow size={16} />} onAction={open(RulesDialog)}>
            {rules(editable ? 'open' : 'look')}
          </MenuItem>
          <MenuItem icon={<CalendarSync size={16} />} onAction={open(FeedDialog)}>
            {feeds('open')}
          </MenuItem>
          <MenuItem
            icon={isMuted ? <Bell size={16} /> : <BellOff size={16} />}
            onAction={() => mute(!isMuted)}
          >
            {commands(isMuted ? 'mute.off' : 'mute.on')}
          </MenuItem>
          <MenuItem icon={<ArrowDownToLine size={16} />} onAction={open(DownloadBoardDialog)}>
            {exchange('download.action')}
          </MenuItem>
          {editable && (
            <MenuItem icon={<LayoutTemplate size={16} />} onAction={open(TemplatesDialog)}>
              {copies('template.open')}
            </MenuItem>
          )}
          {editable && page && (
            <MenuItem icon={<CopyPlus size={16} />} onAction={onDuplicate}>
              {copies('board.open')}
            </MenuItem>
          )}
          {mayUndo && page && (
            <MenuItem icon={<Undo2 size={16} />} onAction={open(UndoImportDialog)}>
              {exchange('undo.action')}
            </MenuItem>
          )}
          {trash && (
            <>
              <MenuSeparator />
              <MenuItem icon={<Trash2 size={16} />} tone="danger" onAction={trash}>
                {commands('trash')}
              </MenuItem>
            </>
          )}
        </Menu>
      </MenuTrigger>
      {opened && <opened.window {...board} onClose={() => setOpened(null)} />}
    </>
  )
}
