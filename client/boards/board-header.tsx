import { boardTitle } from '@atelier/shared/boards/board-shape'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { InShellHeader, useShellTitle } from '../shell/shell-header'
import type { RoomState } from '../sync/room'
import { RoomFaces } from '../sync/room-faces'
import { SaveBadge } from '../sync/save-badge'

type Open = Extract<RoomState, { kind: 'open' }>

/** The board's part of the shell's top bar: its title, who is here, and what is stored. */
export function BoardHeader({ state }: { state: Open }) {
  const { t } = useTranslation('boards')
  useShellTitle(useTitle(state.room.doc) || t('titlePlaceholder'))
  return (
    <InShellHeader>
      <RoomFaces room={state.room} />
      <SaveBadge saving={state.saving} />
    </InShellHeader>
  )
}

function useTitle(doc: Y.Doc): string {
  const text = boardTitle(doc)
  const watch = (listener: () => void) => {
    text.observe(listener)
    return () => text.unobserve(listener)
  }
  return useSyncExternalStore(watch, () => text.toString())
}
