/** Pictures as programs draw them that know only the old kinds. */
import { Transformer } from '@napi-rs/image'
import { imageSize } from 'image-size'
import type { CarriedFile } from './jobs'

export type Drawable = { kind: 'png' | 'jpg'; bytes: Uint8Array; width: number; height: number }

/** By the file’s id. Those that cannot be drawn are left out: their words stand there instead. */
export async function drawablePictures(
  files: readonly CarriedFile[],
): Promise<Map<string, Drawable>> {
  const drawable = new Map<string, Drawable>()
  for (const file of files) {
    const picture = file.isPicture ? await drawn(file) : null
    if (picture) drawable.set(file.id, picture)
  }
  return drawable
}

async function drawn({ mime, bytes }: CarriedFile): Promise<Drawable | null> {
  try {
    if (mime === 'image/png') return { kind: 'png', bytes, ...sizeOf(bytes) }
    if (mime === 'image/jpeg') return { kind: 'jpg', bytes, ...sizeOf(bytes) }
    const png = new Uint8Array(await new Transformer(Buffer.from(bytes)).png())
    return { kind: 'png', bytes: png, ...sizeOf(png) }
  } catch {
    return null
  }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  const { width, height } = imageSize(bytes)
  return { width, height }
}

/** Of a page’s text in Word, in CSS pixels. */
export const widestPicture = 600

/** How large it is drawn, in CSS pixels: as wide as somebody made it, and never wider than the page. */
export function shownSize(
  { width, height }: Drawable,
  attrs: Record<string, unknown>,
  most: number,
) {
  const wished =
    typeof attrs.width === 'number' ? attrs.width : attrs.align === 'wide' ? most : width
  const shown = Math.max(1, Math.min(wished, most))
  return { width: Math.round(shown), height: Math.max(1, Math.round((shown * height) / width)) }
}
