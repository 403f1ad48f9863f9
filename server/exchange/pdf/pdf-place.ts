import type { WritingWishes } from '@atelier/shared/docs/as-links'
import type { JSONContent } from '@tiptap/core'
import type { Content } from 'pdfmake/interfaces'
import type { Drawable } from '../drawable-pictures'
import type { PdfFonts } from './pdf-fonts'

/** Where a block stands. `width` is what there is for a picture, in points. */
export type Place = {
  wishes: WritingWishes
  fonts: PdfFonts
  pictures: ReadonlyMap<string, Drawable>
  width: number
}

/** Blocks as pdfmake’s content. */
export type ContentOf = (blocks: readonly JSONContent[], place: Place) => Content[]

export const inner = (place: Place, less: number): Place => ({
  ...place,
  width: Math.max(60, place.width - less),
})
