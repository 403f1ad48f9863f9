import { docTitle, docTitleLength } from '@atelier/shared/docs/doc'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../sync/room'
import { SharedTextField } from '../sync/shared-text-field'

/** Written in place; Enter goes on to the text. */
export function DocTitle(props: { room: Room; editable: boolean; onEnter: () => void }) {
  const { t } = useTranslation('docs')
  const text = useMemo(() => docTitle(props.room.doc), [props.room.doc])
  return (
    <h1 className="doc-title">
      <SharedTextField
        text={text}
        label={t('title')}
        placeholder={t('untitled')}
        readOnly={!props.editable}
        maxLength={docTitleLength}
        onEnter={props.onEnter}
      />
    </h1>
  )
}
