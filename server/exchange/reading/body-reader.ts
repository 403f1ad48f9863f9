/** Bodies in a project's zip, with the ids that docs, boards and files get here. */
import { tidyBody } from '@atelier/shared/docs/tidy-body'
import type { Manifest } from '@atelier/shared/exchange/manifest'
import type { JSONContent } from '@tiptap/core'
import { type NewIds, withNewIds } from './new-ids'
import { type Collected, filesOf, type Pack, skip } from './pack'

/** One for each doc or board: whose files what it reads shows are. */
export type BodyReader = (roomId: string) => (body: unknown) => JSONContent

export function bodyReader(
  { files }: Manifest,
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
    return (body) => withNewIds(tidyBody(body), { ...ids, file })
  }
}
