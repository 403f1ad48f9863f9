import { noteColours } from '@atelier/shared/workshops/note-colours'
import { noteSizes } from '@atelier/shared/workshops/wall-shape'
import { BringToFront, Copy, Group, Palette, Scaling, Trash2, X } from 'lucide-react'
import { MenuTrigger, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { Swatch } from '../wall/swatch'
import { useCanvasDesk } from './canvas-desk'
import type { useHand } from './use-hand'
import { chosenIn } from './use-hand'

type Hand = Pick<ReturnType<typeof useHand>, 'hand' | 'choose'>

/** What can be done with all that is chosen. There while something is. */
export function ChosenBar({ hand }: { hand: Hand }) {
  const { t } = useTranslation('workshop-wall')
  const { editable, acts, surface } = useCanvasDesk()
  const ids = chosenIn(hand.hand)
  if (!editable || ids.length === 0) return null
  const letGo = () => {
    hand.choose([])
    surface.current?.focus({ preventScroll: true })
  }
  const remove = () => {
    acts.remove(ids)
    letGo()
  }
  return (
    <Toolbar aria-label={t('canvas.chosenTools')} className="wall-chosen">
      <span className="wall-chosen-count">{t('canvas.chosen', { count: ids.length })}</span>
      <ColourButton ids={ids} />
      <SizeButton ids={ids} />
      <IconButton label={t('canvas.group')} shortcut={['G']} onPress={() => acts.group(ids)}>
        <Group size={18} aria-hidden />
      </IconButton>
      <IconButton label={t('canvas.raise')} shortcut={['F']} onPress={() => acts.raise(ids)}>
        <BringToFront size={18} aria-hidden />
      </IconButton>
      <IconButton label={t('menu.duplicate')} shortcut={['D']} onPress={() => acts.duplicate(ids)}>
        <Copy size={18} aria-hidden />
      </IconButton>
      <IconButton label={t('menu.remove')} shortcut={['Delete']} onPress={remove}>
        <Trash2 size={18} aria-hidden />
      </IconButton>
      <IconButton label={t('canvas.letGo')} shortcut={['Escape']} onPress={letGo}>
        <X size={18} aria-hidden />
      </IconButton>
    </Toolbar>
  )
}

function ColourButton({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('workshop-wall')
  const { acts } = useCanvasDesk()
  return (
    <MenuTrigger>
      <IconButton label={t('menu.colour')}>
        <Palette size={18} aria-hidden />
      </IconButton>
      <Menu aria-label={t('menu.colour')}>
        {noteColours.map((colour) => (
          <MenuItem
            key={colour}
            icon={<Swatch colour={colour} />}
            textValue={t(`colours.${colour}`)}
            onAction={() => acts.colour(ids, colour)}
          >
            {t(`colours.${colour}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

function SizeButton({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('workshop-wall')
  const { acts } = useCanvasDesk()
  return (
    <MenuTrigger>
      <IconButton label={t('menu.size')}>
        <Scaling size={18} aria-hidden />
      </IconButton>
      <Menu aria-label={t('menu.size')}>
        {noteSizes.map((size) => (
          <MenuItem key={size} onAction={() => acts.size(ids, size)}>
            {t(`sizes.${size}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
