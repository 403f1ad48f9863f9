import { docTitle } from '@atelier/shared/docs/doc'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { InShellHeader, useShellTitle } from '../shell/shell-header'
import type { Room, SaveState } from '../sync/room'
import { RoomFaces } from '../sync/room-faces'
import { SaveBadge } from '../sync/save-badge'

/** The doc's part of the shell's top bar: its title, who is here, and what is stored. */
export function DocHeader({ room, save }: { room: Room; save: SaveState }) {
  const { t } = useTranslation('docs')
  useShellTitle(useTitle(room.doc) || t('untitled'))
  return (
    <InShellHeader>
      <RoomFaces room={room} />
      <SaveBadge save={save} />
    </InShellHeader>
  )
}

function useTitle(doc: Y.Doc): string {
  const text = useMemo(() => docTitle(doc), [doc])
  const watch = useMemo(
    () => (listener: () => void) => {
      text.observe(listener)
      return () => text.unobserve(listener)
    },
    [text],
  )
  return useSyncExternalStore(watch, () => text.toString())
}
