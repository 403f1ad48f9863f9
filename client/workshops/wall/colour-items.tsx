import { type NoteColour, noteColours } from '@atelier/shared/workshops/note-colours'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem } from '../../ui/menu'
import { Swatch } from './swatch'

/** A menu of the eight colours, second inside a `SubmenuTrigger` or `MenuTrigger`. */
export function ColourItems(props: { chosen: NoteColour; onChoose(colour: NoteColour): void }) {
  const { t } = useTranslation('workshop-wall')
  return (
    <Menu
      placement="end top"
      aria-label={t('menu.colour')}
      selectionMode="single"
      selectedKeys={[props.chosen]}
    >
      {noteColours.map((colour) => (
        <MenuItem
          key={colour}
          id={colour}
          icon={<Swatch colour={colour} />}
          textValue={t(`colours.${colour}`)}
          onAction={() => props.onChoose(colour)}
        >
          {t(`colours.${colour}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
