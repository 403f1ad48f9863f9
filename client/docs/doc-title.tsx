import { docTitle, docTitleLength } from '@atelier/shared/docs/doc'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useJustMade } from '../projects/use-just-made'
import type { Room } from '../sync/room'
import { SharedTextField } from '../sync/shared-text-field'

/** Written in place, at once in a new doc; Enter goes on to the text. */
export function DocTitle(props: { room: Room; editable: boolean; onEnter: () => void }) {
  const { t } = useTranslation('docs')
  const justMade = useJustMade(props.room.name)
  const text = useMemo(() => docTitle(props.room.doc), [props.room.doc])
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
