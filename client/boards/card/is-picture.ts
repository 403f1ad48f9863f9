import type { Attachment } from '@atelier/shared/boards/card'
import { pictureMimes } from '@atelier/shared/files/file'

/** Whether browsers may show it in its place. */
export const isPicture = ({ mime }: Pick<Attachment, 'mime'>): boolean =>
  pictureMimes.some((one) => one === mime)
