import { BringToFront, Pencil, Ungroup, Waypoints } from 'lucide-react'
import { Button as AriaButton, MenuTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem } from '../../ui/menu'
import { NoteMenuItems } from '../wall/note-menu-items'
import { useNoteName } from '../wall/use-note-name'
import { useWall } from '../wall/use-wall'
import { nodeOf, useCanvasDesk } from './canvas-desk'
import { usePicked } from './canvas-state'

/** The menu of a note or group, opened where it was asked for: by right click, long press or M. */
export function CanvasMenu() {
  const { state, editable } = useCanvasDesk()
  const menu = usePicked(state, (facts) => facts.menu)
  return menu && editable ? <OpenMenu key={`${menu.id} ${menu.x} ${menu.y}`} {...menu} /> : null
}

function OpenMenu({ id, x, y }: { id: string; x: number; y: number }) {
  const { t } = useTranslation('workshop-wall')
  const { room, state, surface } = useCanvasDesk()
  const name = useNoteName()
  const wall = useWall(room)
  const note = wall.byId.get(id)
  const close = () => {
    state.change({ menu: null })
    if (state.facts.editing === null) nodeOf(surface.current, id)?.focus({ preventScroll: true })
  }
  const label = note ? 'note.menu' : 'group.menu'
  return (
    <MenuTrigger isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      <AriaButton
        className="wall-menu-anchor"
        style={{ left: x, top: y }}
        excludeFromTabOrder
        aria-label={t(label, { note: name.of(wall, id), group: name.of(wall, id) })}
      />
      <Menu>
        {note ? (
          <NoteMenuItems note={note} onEdit={() => write(state, id)} hasKeys />
        ) : (
          <GroupItems id={id} />
        )}
        <FrontItem id={id} />
      </Menu>
    </MenuTrigger>
  )
}

const write = (state: ReturnType<typeof useCanvasDesk>['state'], id: string) =>
  state.change({ editing: id, active: id, menu: null })

function GroupItems({ id }: { id: string }) {
  const { t } = useTranslation('workshop-wall')
  const { acts } = useCanvasDesk()
  return (
    <>
      <MenuItem icon={<Pencil size={16} />} shortcut={['E']} onAction={() => acts.write(id)}>
        {t('canvas.rename')}
      </MenuItem>
      <MenuItem icon={<Waypoints size={16} />} shortcut={['C']} onAction={() => acts.beginLink(id)}>
        {t('group.connect')}
      </MenuItem>
      <MenuItem icon={<Ungroup size={16} />} onAction={() => acts.dissolve(id)}>
        {t('group.dissolve')}
      </MenuItem>
    </>
  )
}

function FrontItem({ id }: { id: string }) {
  const { t } = useTranslation('workshop-wall')
  const { acts } = useCanvasDesk()
  return (
    <MenuItem icon={<BringToFront size={16} />} shortcut={['F']} onAction={() => acts.raise([id])}>
      {t('canvas.raise')}
    </MenuItem>
  )
}
