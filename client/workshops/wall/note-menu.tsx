import { MoreHorizontal } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import { NoteMenuItems, type NoteMenuItemsProps } from './note-menu-items'
import { useNoteName } from './use-note-name'

/** The button with everything that can be done with a note; the items alone, for a menu of one's own: `NoteMenuItems`. */
export function NoteMenu(props: NoteMenuItemsProps) {
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('note.menu', { note: name.ofNote(props.note) })}>
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <NoteMenuItems {...props} />
      </Menu>
    </MenuTrigger>
  )
}
