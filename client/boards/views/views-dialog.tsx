import { longestViewName } from '@atelier/shared/boards/view'
import type { SavedView } from '@atelier/shared/boards/view-contract'
import { MoreHorizontal, Pencil, Save, Star, StarOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { OneLineField } from '../one-line-field'
import { useBoardView } from '../use-board-view'
import { useDeleteView, useSavedViews, useSaveView, useWhyHere } from './view-records'

/** All views this person keeps of the board: renamed, written over, chosen for the start, deleted. */
export function ViewsDialog({ boardId, onClose }: { boardId: string; onClose(): void }) {
  const { t } = useTranslation('board-views')
  const saved = useSavedViews(boardId)
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('saved.mine')}>
      {saved?.length === 0 && <p className="text-ink-faint text-sm">{t('saved.none')}</p>}
      <ul className="views-list">
        {saved?.map((view) => (
          <SavedEntry key={view.id} boardId={boardId} saved={view} onPick={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

type EntryProps = { boardId: string; saved: SavedView; onPick(): void }

function SavedEntry({ boardId, saved, onPick }: EntryProps) {
  const { t } = useTranslation('board-views')
  const { changeView } = useBoardView()
  const whyHere = useWhyHere(boardId)(saved.id)
  const save = useSaveView(boardId)
  const [isNaming, setNaming] = useState(false)
  if (isNaming)
    return (
      <li>
        <OneLineField
          className="views-field"
          label={t('saved.name')}
          value={saved.name}
          maxLength={longestViewName}
          onDone={(name) => void save({ ...saved, name })}
          onLeave={() => setNaming(false)}
        />
      </li>
    )
  return (
    <li>
      <button
        type="button"
        className="views-pick"
        onClick={() => {
          changeView(saved.view)
          onPick()
        }}
      >
        <span dir="auto">{saved.name}</span>
        {saved.isStart && <Badge tone="accent">{t('saved.isStart')}</Badge>}
      </button>
      <EntryMenu boardId={boardId} saved={saved} onRename={() => setNaming(true)} />
      {whyHere && <p className="views-why">{whyHere}</p>}
    </li>
  )
}

type MenuProps = { boardId: string; saved: SavedView; onRename(): void }

function EntryMenu({ boardId, saved, onRename }: MenuProps) {
  const { t } = useTranslation('board-views')
  const { view } = useBoardView()
  const save = useSaveView(boardId)
  const remove = useDeleteView(boardId)
  const { isStart } = saved
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('saved.actions', { name: saved.name })}>
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil size={16} />} onAction={onRename}>
          {t('saved.rename')}
        </MenuItem>
        <MenuItem icon={<Save size={16} />} onAction={() => void save({ ...saved, view })}>
          {t('saved.overThis')}
        </MenuItem>
        <MenuItem
          icon={isStart ? <StarOff size={16} /> : <Star size={16} />}
          onAction={() => void save({ ...saved, isStart: !isStart })}
        >
          {t(isStart ? 'saved.noStart' : 'saved.makeStart')}
        </MenuItem>
        <MenuItem icon={<Trash2 size={16} />} tone="danger" onAction={() => remove(saved)}>
          {t('saved.delete')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
