import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { BellOff, BellRing, DoorOpen, Ellipsis, Flag, QrCode, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { rightsIn } from '../rights-in'
import { setChime, useChimeIsOn } from '../timer/chime'
import { DoorDialog } from './door-dialog'
import { EndDialog } from './end-workshop'
import { useReopen } from './use-facilitating'

type Props = { page: WorkshopPage; onLeave?: () => void }

/** What is pressed seldom: the door, the end, the sound, and the way out. */
export function WorkshopMenu({ page, onLeave }: Props) {
  const { t } = useTranslation('workshops')
  const [opened, open] = useState<'door' | 'end' | null>(null)
  const { mutate: reopen } = useReopen(page.id)
  const sounds = useChimeIsOn()
  const { facilitates, prepares } = rightsIn(page)
  const close = () => open(null)
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('menu.title')}>
          <Ellipsis size={18} />
        </IconButton>
        <Menu placement="bottom end">
          {facilitates && (
            <MenuItem icon={<QrCode size={15} />} onAction={() => open('door')}>
              {t('menu.door')}
            </MenuItem>
          )}
          {page.state !== 'ended' && (
            <MenuItem
              icon={sounds ? <BellOff size={15} /> : <BellRing size={15} />}
              onAction={() => setChime(!sounds)}
            >
              {t(sounds ? 'menu.soundOff' : 'menu.soundOn')}
            </MenuItem>
          )}
          {facilitates && page.state === 'open' && (
            <MenuItem icon={<Flag size={15} />} onAction={() => open('end')}>
              {t('end.action')}
            </MenuItem>
          )}
          {prepares && page.state === 'ended' && (
            <MenuItem icon={<RotateCcw size={15} />} onAction={() => reopen(undefined)}>
              {t('end.reopen')}
            </MenuItem>
          )}
          {onLeave && page.me && (
            <MenuItem icon={<DoorOpen size={15} />} onAction={onLeave}>
              {t('menu.leave')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {opened === 'door' && <DoorDialog page={page} onClose={close} />}
      {opened === 'end' && <EndDialog page={page} onClose={close} />}
    </>
  )
}
