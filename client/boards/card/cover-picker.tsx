import type { Card, Cover } from '@atelier/shared/boards/card'
import { setCover } from '@atelier/shared/boards/fact-edits'
import { personColours } from '@atelier/shared/people/choices'
import { Image } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FilePicture } from '../../files/file-picture'
import { Button } from '../../ui/button'
import { personColour, personTint } from '../../ui/palette'
import { Popover } from '../../ui/popover'
import { useDesk } from '../board-context'
import { isPicture } from './is-picture'
import './cover-picker.css'

type Props = { card: Card; onAddPicture(): void }

/** Chooses what a card wears: one of its pictures, a colour, or nothing. */
export function CoverPicker({ card, onAddPicture }: Props) {
  const { t } = useTranslation('card')
  return (
    <DialogTrigger>
      <Button size="small" icon={<Image aria-hidden size={14} />}>
        {t('add.cover')}
      </Button>
      <Popover className="cover-picker" placement="bottom start" label={t('cover.label')}>
        {({ close }) => <Choice card={card} onAddPicture={onAddPicture} onDone={close} />}
      </Popover>
    </DialogTrigger>
  )
}

function Choice({ card, onAddPicture, onDone }: Props & { onDone(): void }) {
  const { t } = useTranslation('card')
  const { t: boards } = useTranslation('boards')
  const { room } = useDesk()
  const pictures = card.attachments.filter(isPicture)
  const choose = (cover: Cover | null) => {
    setCover(room.doc, card.id, cover)
    if (cover === null) onDone()
  }
  return (
    <>
      <fieldset className="cover-choices">
        <legend>{t('cover.colour')}</legend>
        {personColours.map((colour) => (
          <button
            key={colour}
            type="button"
            className="cover-colour"
            aria-label={boards(`labels.colours.${colour}`)}
            aria-pressed={isSame(card.cover, { colour })}
            style={{ background: personTint(colour), color: personColour(colour) }}
            onClick={() => choose({ colour })}
          />
        ))}
      </fieldset>
      {pictures.length > 0 && (
        <fieldset className="cover-choices">
          <legend>{t('cover.pictures')}</legend>
          {pictures.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="cover-picture"
              aria-label={t('cover.useNamed', { name: name || t('files.unnamed') })}
              aria-pressed={isSame(card.cover, { file: id })}
              onClick={() => choose({ file: id })}
            >
              <FilePicture file={id} size="thumbnail" fallback={<Image aria-hidden size={18} />} />
            </button>
          ))}
        </fieldset>
      )}
      {pictures.length === 0 && <p className="cover-none">{t('cover.none')}</p>}
      <div className="cover-foot">
        <Button
          size="small"
          onPress={() => {
            onDone()
            onAddPicture()
          }}
        >
          {t('cover.add')}
        </Button>
        {card.cover !== null && (
          <Button size="small" tone="quiet" onPress={() => choose(null)}>
            {t('cover.remove')}
          </Button>
        )}
      </div>
    </>
  )
}

function isSame(a: Cover | null, b: Cover): boolean {
  if (a === null) return false
  if ('file' in a) return 'file' in b && a.file === b.file
  return 'colour' in b && a.colour === b.colour
}
