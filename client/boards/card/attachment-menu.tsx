import type { Attachment, Card } from '@atelier/shared/boards/card'
import { detachFile, setCover } from '@atelier/shared/boards/fact-edits'
import { restoreAttachment } from '@atelier/shared/boards/restore-attachment-edits'
import { Download, Eye, Image, ImageOff, MoreHorizontal, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { download } from '../../docs/download-link'
import type { FileDesk } from '../../docs/file-desk'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { focusLater } from './focus-later'
import { isPicture } from './is-picture'

type Props = { card: Card; file: Attachment; name: string; desk: FileDesk; onView(): void }

/** What one does with a file of a card; readers look at it and take it home. */
export function AttachmentMenu({ card, file, name, desk, onView }: Props) {
  const { t } = useTranslation('card')
  const { room, editable } = useDesk()
  const remove = useRemoveFile(card)
  const isCover = card.cover !== null && 'file' in card.cover && card.cover.file === file.id
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('files.menu', { name })}>
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        {isPicture(file) && (
          <MenuItem icon={<Eye size={16} />} onAction={onView}>
            {t('files.open')}
          </MenuItem>
        )}
        <MenuItem icon={<Download size={16} />} onAction={() => download(desk, file.id, name)}>
          {t('files.save')}
        </MenuItem>
        {editable && isPicture(file) && (
          <MenuItem
            icon={isCover ? <ImageOff size={16} /> : <Image size={16} />}
            onAction={() => setCover(room.doc, card.id, isCover ? null : { file: file.id })}
          >
            {t(isCover ? 'cover.remove' : 'cover.use')}
          </MenuItem>
        )}
        {editable && (
          <MenuItem icon={<Trash2 size={16} />} onAction={() => remove(file, name)}>
            {t('files.remove')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  )
}

/** Takes a file off its card, and offers to hang it there again, as the cover if it was that. */
function useRemoveFile({ id, cover }: Card): (file: Attachment, name: string) => void {
  const { room } = useDesk()
  const { t } = useTranslation('card')
  const { t: boards } = useTranslation('boards')
  return (file, name) => {
    const heir = rowBeside(file.id)
    if (!detachFile(room.doc, id, file.id)) return
    focusLater(() => heir?.querySelector<HTMLElement>('button, a'))
    toast({
      text: t('files.removed', { name }),
      action: {
        label: boards('undo'),
        onPress: () => restoreAttachment(room.doc, id, file, cover),
      },
    })
  }
}

function rowBeside(file: string): Element | null {
  const row = document.querySelector(`[data-file="${CSS.escape(file)}"]`)
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  return beside ?? document.querySelector('.card-additions')
}
