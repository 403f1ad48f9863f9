import { docTitle, docTitleLength } from '@atelier/shared/docs/doc'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useJustMade } from '../projects/use-just-made'
import type { Room } from '../sync/room'
import { SharedTextField } from '../sync/shared-text-field'

type Props = {
  room: Room
  /** Whose title: the room’s, or that of a fork of it. */
  doc: Y.Doc
  editable: boolean
  onEnter: () => void
}

/** Written in place, at once in a new doc; Enter goes on to the text. */
export function DocTitle(props: Props) {
  const { t } = useTranslation('docs')
  const justMade = useJustMade(props.room.name)
  const text = useMemo(() => docTitle(props.doc), [props.doc])
  return (
    <h1 className="doc-title">
      <SharedTextField
        text={text}
        label={t('title')}
        placeholder={t('untitled')}
        readOnly={!props.editable}
        autoFocus={justMade}
        maxLength={docTitleLength}
        onEnter={props.onEnter}
      />
    </h1>
  )
}
