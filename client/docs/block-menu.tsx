import { useParams } from '@tanstack/react-router'
import { Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { ArrowDown, ArrowUp, Copy, Link2, Repeat2, Trash2 } from 'lucide-react'
import { Menu, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { copyText } from '../ui/copy-text'
import { MenuItem, MenuSeparator } from '../ui/menu'
import { floatClass } from '../ui/popover'
import { toast } from '../ui/toast'
import { turnInto } from './block-commands'
import { sayWhere } from './block-keys'
import { nameOfBlock } from './block-links'
import { blocksFor, type Direction, deleteBlocks, duplicateBlocks, moveBlocks } from './block-moves'
import type { BlockQuestion } from './block-popovers'
import type { Asked } from './doc-host'
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
  const copyLink = useCopyLink(editor, asked)
  const doing: Record<string, () => void> = {
    up: () => move(-1),
    down: () => move(1),
    link: () => void copyLink?.(),
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
      {copyLink && (
        <MenuItem id="link" icon={<Link2 size={16} aria-hidden />}>
          {t('block.link')}
        </MenuItem>
      )}
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

/** Null in the text of a card, to which no address leads. */
function useCopyLink(editor: Editor, asked: Asked): (() => Promise<void>) | null {
  const { t } = useTranslation('blocks')
  const { docId } = useParams({ strict: false })
  if (!docId) return null
  return async () => {
    const at = asked.at()
    const name = at === undefined ? null : nameOfBlock(editor, at)
    const address = `${window.location.origin}/docs/${docId}?block=${name}`
    const copied = name !== null && (await copyText(address))
    toast({ text: t(copied ? 'block.linkCopied' : 'block.linkNotCopied') })
  }
}
