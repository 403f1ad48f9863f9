import type { Note } from '@atelier/shared/workshops/note'
import { noteSizes } from '@atelier/shared/workshops/wall-shape'
import {
  ArrowDown,
  ArrowUp,
  Brush,
  Copy,
  Group,
  Palette,
  Pencil,
  Scaling,
  Signature,
  Tag,
  Trash2,
  Ungroup,
  Waypoints,
} from 'lucide-react'
import { SubmenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu'
import { ColourItems } from './colour-items'
import { type NoteDeeds, useNoteDeeds } from './use-note-deeds'
import { useTopicsOf } from './use-topics'
import { useWallDesk } from './wall-desk'

/** Who lies before and after it where it is listed; both left out where places have no order. */
export type Neighbours = { before: Note | null; after: Note | null }

export type NoteMenuItemsProps = {
  note: Note
  onEdit(): void
  neighbours?: Neighbours
  /** Shown beside the items, where these keys do the same. */
  hasKeys?: boolean
}

/** Inside of a `Menu`. In a pad, what makes no sense alone is left out. */
export function NoteMenuItems({ note, onEdit, neighbours, hasKeys }: NoteMenuItemsProps) {
  const { t } = useTranslation('workshop-wall')
  const { kind, ask } = useWallDesk()
  const deeds = useNoteDeeds()
  const keys = (...pressed: string[]) => (hasKeys ? { shortcut: pressed } : {})
  const heir = neighbours?.after ?? neighbours?.before
  return (
    <>
      <MenuItem icon={<Pencil size={16} />} {...keys('E')} onAction={onEdit}>
        {t('menu.edit')}
      </MenuItem>
      <SubmenuTrigger>
        <MenuItem icon={<Palette size={16} />}>{t('menu.colour')}</MenuItem>
        <ColourItems chosen={note.colour} onChoose={(colour) => deeds.colour([note.id], colour)} />
      </SubmenuTrigger>
      <MenuItem icon={<Brush size={16} />} onAction={() => ask({ ask: 'draw', id: note.id })}>
        {t('menu.draw')}
      </MenuItem>
      {kind === 'wall' && <SizeItems note={note} deeds={deeds} />}
      <TopicItems note={note} deeds={deeds} />
      {kind === 'wall' && <TogetherItems note={note} deeds={deeds} />}
      {neighbours && <PlaceItems note={note} deeds={deeds} neighbours={neighbours} />}
      <SignItem note={note} />
      <MenuSeparator />
      {kind === 'wall' && (
        <MenuItem
          icon={<Copy size={16} />}
          {...keys('D')}
          onAction={() => void deeds.duplicate([note.id])}
        >
          {t('menu.duplicate')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Trash2 size={16} />}
        {...keys('Del')}
        onAction={() => deeds.remove([note.id], heir?.id)}
      >
        {t('menu.remove')}
      </MenuItem>
    </>
  )
}

/** No key of a topic. */
const noTopic = '*'

type Part = { note: Note; deeds: NoteDeeds }

function SizeItems({ note, deeds }: Part) {
  const { t } = useTranslation('workshop-wall')
  return (
    <SubmenuTrigger>
      <MenuItem icon={<Scaling size={16} />}>{t('menu.size')}</MenuItem>
      <Menu
        placement="end top"
        aria-label={t('menu.size')}
        selectionMode="single"
        selectedKeys={[note.size]}
      >
        {noteSizes.map((size) => (
          <MenuItem key={size} id={size} onAction={() => deeds.size([note.id], size)}>
            {t(`sizes.${size}`)}
          </MenuItem>
        ))}
      </Menu>
    </SubmenuTrigger>
  )
}

function TopicItems({ note, deeds }: Part) {
  const { t } = useTranslation('workshop-wall')
  const topics = useTopicsOf(note)
  if (topics.length === 0) return null
  return (
    <SubmenuTrigger>
      <MenuItem icon={<Tag size={16} />}>{t('menu.topic')}</MenuItem>
      <Menu
        placement="end top"
        aria-label={t('menu.topic')}
        selectionMode="single"
        selectedKeys={[note.topic ?? noTopic]}
      >
        {topics.map((topic) => (
          <MenuItem key={topic.key} id={topic.key} onAction={() => deeds.topic(note, topic)}>
            {topic.name}
          </MenuItem>
        ))}
        <MenuItem id={noTopic} onAction={() => deeds.topic(note, null)}>
          {t('menu.noTopic')}
        </MenuItem>
      </Menu>
    </SubmenuTrigger>
  )
}

/** Dialogs: the keys G and C of the surface do the same by hand. */
function TogetherItems({ note, deeds }: Part) {
  const { t } = useTranslation('workshop-wall')
  const { ask } = useWallDesk()
  return (
    <>
      <MenuItem icon={<Group size={16} />} onAction={() => ask({ ask: 'group', id: note.id })}>
        {t('menu.group')}
      </MenuItem>
      {note.group !== null && (
        <MenuItem icon={<Ungroup size={16} />} onAction={() => deeds.takeOut(note)}>
          {t('menu.ungroup')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Waypoints size={16} />}
        onAction={() => ask({ ask: 'connect', id: note.id })}
      >
        {t('menu.connect')}
      </MenuItem>
    </>
  )
}

function PlaceItems({ note, deeds, neighbours }: Part & { neighbours: Neighbours }) {
  const { t } = useTranslation('workshop-wall')
  const { before, after } = neighbours
  return (
    <>
      <MenuItem
        icon={<ArrowUp size={16} />}
        shortcut={['Alt', '↑']}
        isDisabled={!before}
        onAction={() => before && deeds.swap(note, before, 'up')}
      >
        {t('menu.up')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={16} />}
        shortcut={['Alt', '↓']}
        isDisabled={!after}
        onAction={() => after && deeds.swap(note, after, 'down')}
      >
        {t('menu.down')}
      </MenuItem>
    </>
  )
}

function SignItem({ note }: { note: Note }) {
  const { t } = useTranslation('workshop-wall')
  const { own } = useWallDesk()
  if (!own?.ids.has(note.id)) return null
  const isSigned = note.author !== null
  return (
    <MenuItem icon={<Signature size={16} />} onAction={() => own.sign(note.id, !isSigned)}>
      {t(isSigned ? 'menu.unsign' : 'menu.sign')}
    </MenuItem>
  )
}
