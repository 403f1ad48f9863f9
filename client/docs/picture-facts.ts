import { readOneOf, readUuid } from '@atelier/shared/docs/attributes'
import {
  pictureAlignments,
  readAlt,
  readPictureWidth,
  readPixels,
} from '@atelier/shared/docs/media'
import type { Node as DocNode } from '@tiptap/pm/model'

/** What a picture's attributes mean, whatever stands in them. */
export type PictureFacts = {
  file: string | null
  alt: string
  caption: string
  /** CSS pixels. */
  width: number | null
  align: (typeof pictureAlignments)[number]
  pixels: { width: number; height: number } | null
}

const readAlignment = readOneOf(pictureAlignments)

export function pictureFacts({ attrs }: DocNode): PictureFacts {
  const [width, height] = [readPixels(attrs.pixelWidth), readPixels(attrs.pixelHeight)]
  return {
    file: readUuid(attrs.file),
    alt: readAlt(attrs.alt) ?? '',
    caption: readAlt(attrs.caption) ?? '',
    width: readPictureWidth(attrs.width),
    align: readAlignment(attrs.align) ?? 'center',
    pixels: width !== null && height !== null ? { width, height } : null,
  }
}
