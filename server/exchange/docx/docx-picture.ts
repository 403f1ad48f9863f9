/** Pictures in Word, as large as in the doc. */
import { AlignmentType, ImageRun, Paragraph, TextRun } from 'docx'
import { type Drawable, shownSize, widestPicture } from '../drawable-pictures'

export const sides = {
  start: AlignmentType.START,
  center: AlignmentType.CENTER,
  end: AlignmentType.END,
} as const

/** Its words, where it cannot be drawn. */
export function pictureOf(
  attrs: Record<string, unknown>,
  picture: Drawable | undefined,
): Paragraph[] {
  const alt = String(attrs.alt ?? '')
  const caption = String(attrs.caption ?? '')
  if (!picture)
    return alt + caption === ''
      ? []
      : [new Paragraph({ style: 'Caption', children: [new TextRun(caption || alt)] })]
  const { kind: type, bytes: data } = picture
  const alignment = sides[attrs.align as keyof typeof sides] ?? AlignmentType.CENTER
  const image = new ImageRun({
    type,
    data,
    transformation: shownSize(picture, attrs, widestPicture),
    altText: { name: caption || alt, description: alt, title: caption },
  })
  return [
    new Paragraph({ alignment, children: [image], ...(caption && { keepNext: true }) }),
    ...(caption
      ? [new Paragraph({ style: 'Caption', alignment, children: [new TextRun(caption)] })]
      : []),
  ]
}
