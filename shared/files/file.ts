import * as z from 'zod'
import { id } from '../people/person'

/** What a browser may show in its place. Everything else, SVG too, is only ever downloaded. */
export const pictureMimes = [
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
] as const
export type PictureMime = (typeof pictureMimes)[number]

/** A file as its room's document may name it. `width` and `height` are null for what is not shown as a picture. */
export type StoredFile = {
  id: string
  name: string
  mime: string
  /** In bytes. */
  size: number
  width: number | null
  height: number | null
}

/** Its name, percent-encoded, goes with an upload in this header; the body is the file itself. */
export const fileNameHeader = 'x-file-name'
export const fileNameLength = 200

/** Files of other rooms that are to be files of this one as well: for what is pasted between docs. */
export const filesToCopy = z.object({ files: z.array(id).min(1).max(200) })
/** Old id to the new file; what the asking person may not read is left out. */
export type CopiedFiles = { files: Record<string, StoredFile> }
