/** Bodies in a project's zip, with the ids that docs, boards and files get here. */

import type { Place } from '@atelier/shared/docs/reading-hast'
import { tidyBody } from '@atelier/shared/docs/tidy-body'
import type { Manifest } from '@atelier/shared/exchange/manifest'
import type { JSONContent } from '@tiptap/core'
import { type NewIds, withNewIds } from './new-ids'
import { type Collected, filesOf, type Pack, skip } from './pack'

/** `file` is what one of theirs is here; null where it did not come along. */
export type RoomReader = {
  body(found: unknown): JSONContent
  file(old: string): string | null
}
/** One for each doc or board: whose files what it reads shows are. */
export type BodyReader = (roomId: string) => RoomReader

export function bodyReader(
  { files }: Pick<Manifest, 'files'>,
  ids: Omit<NewIds, 'file'>,
  pack: Pack,
  into: Collected,
): BodyReader {
  const known = new Map(files.map((file) => [file.id, file]))
  return (roomId) => {
    const fileAs = filesOf(roomId, into)
    const file = (old: string) => {
      const entry = known.get(old)
      const bytes = entry && pack.files.get(entry.path.normalize('NFC'))
      if (entry && bytes) return fileAs(old, entry.name, bytes)
      skip(into, entry?.name ?? old, 'missing')
      return null
    }
    return {
      body: (found) => withNewIds(tidyBody(found), { ...ids, file }),
      file: (old) => fileIn(file(old)),
    }
  }
}

function fileIn(place: Place | null): string | null {
  if (place && 'picture' in place) return place.picture.file
  return place && 'attachment' in place ? place.attachment.file : null
}
