import { readAlt } from '@atelier/shared/docs/media'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover'
import { TextField } from '../ui/text-field'
import type { BlockQuestion } from './block-popovers'
import { attributesOf, changeBlock } from './change-block'

const longest = 1000

/** What is under a picture, and what is read aloud in its place. Leaving it keeps what was written. */
export function PictureForm({ editor, asked, onClose }: BlockQuestion) {
  const { t } = useTranslation('files')
  const [before] = useState(() => attributesOf(editor, asked))
  const [caption, setCaption] = useState(readAlt(before.caption) ?? '')
  const [alt, setAlt] = useState(readAlt(before.alt) ?? '')
  const done = () => {
    const isNew = caption.trim() !== before.caption || alt.trim() !== before.alt
    if (isNew) changeBlock(editor, asked, { caption: caption.trim(), alt: alt.trim() })
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    done()
  }
  return (
    <Popover
      label={t('form.label')}
      isOpen
      onOpenChange={(open) => !open && done()}
      triggerRef={{ current: asked.beside }}
      placement="bottom"
      className="w-[min(26rem,calc(100vw-2rem))]"
    >
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          label={t('form.caption')}
          description={t('form.captionHint')}
          value={caption}
          onChange={setCaption}
          maxLength={longest}
          autoFocus
        />
        <TextField
          label={t('form.alt')}
          description={t('form.altHint')}
          value={alt}
          onChange={setAlt}
          maxLength={longest}
        />
        <div className="flex justify-end">
          <Button type="submit" tone="primary" size="small">
            {t('form.done')}
          </Button>
        </div>
      </form>
    </Popover>
  )
}
