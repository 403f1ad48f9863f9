import { Selection } from '@tiptap/pm/state'
import { ArrowDown, ArrowUp, Copy, Repeat2, Trash2 } from 'lucide-react'
import { Menu, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { MenuItem, MenuSeparator } from '../ui/menu'
import { floatClass } from '../ui/popover'
import { turnInto } from './block-commands'
import { sayWhere } from './block-keys'
import { blocksFor, type Direction, deleteBlocks, duplicateBlocks, moveBlocks } from './block-moves'
import type { BlockQuestion } from './block-popovers'
import { FloatingMenu } from './floating-menu'

/** What can be done with a whole block. */
export function BlockMenu({ editor, asked, onClose }: BlockQuestion) {
  const { t } = useTranslation('blocks')
  const { t: named } = useTranslation('docs')
  const move = (direction: Direction) =>
    sayWhere(
      editor,
      editor.commands.command(({ tr }) => moveBlocks(tr, blocksFor(tr, asked.at()), direction)),
      direction,
    )
  const turn = (id: string) => {
    const at = asked.at()
    if (at === undefined) return
    const chain = editor.chain().command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(at + 1)))
      return true
    })
    turnInto
      .find((command) => command.id === id)
      ?.run(chain)
      .run()
  }
  const doing: Record<string, () => void> = {
    up: () => move(-1),
    down: () => move(1),
    duplicate: () =>
      editor.commands.command(({ tr }) => duplicateBlocks(tr, blocksFor(tr, asked.at()))),
    delete: () => editor.commands.command(({ tr }) => deleteBlocks(tr, blocksFor(tr, asked.at()))),
  }
  return (
    <FloatingMenu
      label={t('block.label')}
      beside={asked.beside}
      onClose={onClose}
      onAction={(id) => doing[String(id)]?.()}
    >
      <SubmenuTrigger>
        <MenuItem id="turn" icon={<Repeat2 size={16} aria-hidden />}>
          {t('block.turnInto')}
        </MenuItem>
        <Popover className={floatClass}>
          <Menu
            aria-label={t('block.turnInto')}
            className="min-w-44 p-1 outline-none"
            onAction={(id) => turn(String(id))}
            onClose={onClose}
          >
            {turnInto.map(({ id, icon: Icon }) => (
              <MenuItem key={id} id={id} icon={<Icon size={16} aria-hidden />}>
                {named(`blocks.${id}.title`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </SubmenuTrigger>
      <MenuItem id="duplicate" icon={<Copy size={16} aria-hidden />}>
        {t('block.duplicate')}
      </MenuItem>
      <MenuItem id="up" icon={<ArrowUp size={16} aria-hidden />} shortcut={['Alt', 'Shift', '↑']}>
        {t('block.up')}
      </MenuItem>
      <MenuItem
        id="down"
        icon={<ArrowDown size={16} aria-hidden />}
        shortcut={['Alt', 'Shift', '↓']}
      >
        {t('block.down')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem id="delete" tone="danger" icon={<Trash2 size={16} aria-hidden />}>
        {t('block.delete')}
      </MenuItem>
    </FloatingMenu>
  )
}
