import { groupTitle } from '@atelier/shared/workshops/group-edits'
import type { Group } from '@atelier/shared/workshops/wall'
import { wallLimits } from '@atelier/shared/workshops/wall-shape'
import { MoreHorizontal, Ungroup, Waypoints } from 'lucide-react'
import { createElement, memo } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { SharedTextField } from '../../sync/shared-text-field'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import type { Beside } from './beside'
import { neighboursIn } from './neighbours-in'
import { LinkedWith } from './note-foot'
import { NoteItem } from './note-item'
import { useDissolve } from './use-dissolve'
import { useNoteName } from './use-note-name'
import { useWallDesk } from './wall-desk'

type Props = { group: Group; level: number; beside?: Beside }

/** A group with its name, which everybody writes together, and its notes in their turn. */
export const GroupBlock = memo(function GroupBlock({ group, level, beside }: Props) {
  const { t } = useTranslation('workshop-wall')
  const { editable } = useWallDesk()
  const name = useNoteName()
  return (
    <section className="wall-group" aria-label={name.ofGroup(group)}>
      <div className="wall-group-head">
        {createElement(
          `h${level}`,
          { className: 'wall-group-title' },
          editable ? <GroupName group={group} /> : name.ofGroup(group),
        )}
        <p className="wall-count">{t('group.notes', { count: group.notes.length })}</p>
        {editable && <GroupMenu group={group} />}
      </div>
      <LinkedWith id={group.id} />
      {beside?.({ id: group.id, kind: 'group' })}
      {group.notes.length === 0 ? (
        <p className="wall-quiet">{t('group.empty')}</p>
      ) : (
        <ul className="wall-entries">
          {group.notes.map((note) => (
            <li key={note.id}>
              <NoteItem note={note} {...neighboursIn(group.notes, note)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
})

const menuOf = (id: string) => `group-menu-${id}`

function GroupName({ group }: { group: Group }) {
  const { room } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const text = groupTitle(room.doc, group.id)
  if (!text) return null
  return (
    <SharedTextField
      text={text}
      label={t('group.title')}
      placeholder={t('group.placeholder')}
      maxLength={wallLimits.title}
      onEnter={() => document.getElementById(menuOf(group.id))?.focus()}
    />
  )
}

function GroupMenu({ group }: { group: Group }) {
  const { t } = useTranslation('workshop-wall')
  const { ask } = useWallDesk()
  const name = useNoteName()
  const dissolve = useDissolve()
  return (
    <MenuTrigger>
      <IconButton
        id={menuOf(group.id)}
        size="small"
        label={t('group.menu', { group: name.ofGroup(group) })}
      >
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem
          icon={<Waypoints size={16} />}
          onAction={() => ask({ ask: 'connect', id: group.id })}
        >
          {t('group.connect')}
        </MenuItem>
        <MenuItem icon={<Ungroup size={16} />} onAction={() => dissolve(group)}>
          {t('group.dissolve')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
