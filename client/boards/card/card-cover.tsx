import type { Card } from '@atelier/shared/boards/card'
import { Image } from 'lucide-react'
import { FilePicture } from '../../files/file-picture'
import { personTint } from '../../ui/palette'
import './card-cover.css'

type Props = {
  card: Pick<Card, 'cover' | 'attachments'>
  /** On the board it is small, in the card's own window it is wide. */
  size?: 'small' | 'wide'
}

/** What a card wears: one of its pictures, or a colour. Only for show, the picture is among its files. */
export function CardCover({ card: { cover, attachments }, size = 'wide' }: Props) {
  if (cover === null) return null
  if ('colour' in cover)
    return (
      <div
        className="card-cover"
        data-size={size}
        data-kind="colour"
        style={{ background: personTint(cover.colour) }}
      />
    )
  if (!attachments.some(({ id }) => id === cover.file)) return null
  return (
    <div className="card-cover" data-size={size} data-kind="picture">
      <FilePicture
        key={cover.file}
        file={cover.file}
        size={size === 'wide' ? 'full' : 'thumbnail'}
        fallback={<Image aria-hidden size={20} />}
      />
    </div>
  )
}
