import { docTitle } from '@atelier/shared/docs/doc'
import type { DocPage } from '@atelier/shared/projects/project'
import { Lock } from 'lucide-react'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useCan } from '../access/use-can'
import { InShellHeader, useShellTitle } from '../shell/shell-header'
import type { Room, SaveState } from '../sync/room'
import { RoomFaces } from '../sync/room-faces'
import { SaveBadge } from '../sync/save-badge'
import type { Watched } from '../sync/watched'
import { IconButton } from '../ui/icon-button'
import { openDocDialog } from './doc-dialogs'

/** The doc's part of the shell's top bar: its title, who is here, and what is stored. */
export function DocHeader(props: {
  room: Room
  saving: Watched<SaveState>
  page: DocPage | undefined
  children?: ReactNode
}) {
  const { room, saving, page, children } = props
  const { t } = useTranslation('docs')
  useShellTitle(useTitle(room.doc) || t('untitled'))
  return (
    <InShellHeader>
      <RoomFaces room={room} />
      {page?.rights.restricted && <Restricted page={page} />}
      <SaveBadge saving={saving} />
      {children}
    </InShellHeader>
  )
}

/** Says that not everybody in the project is here; who may change that, does it here. */
function Restricted({ page }: { page: DocPage }) {
  const { t } = useTranslation('organise')
  const mayShare = useCan()('share', page.rights)
  if (!mayShare) {
    return <Lock size={16} role="img" aria-label={t('restricted')} className="text-ink-faint" />
  }
  return (
    <IconButton label={t('restricted')} onPress={() => openDocDialog('share')}>
      <Lock size={16} aria-hidden />
    </IconButton>
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
