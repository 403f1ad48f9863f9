import type { Mention } from '@atelier/shared/docs/mention'
import type { Editor } from '@tiptap/react'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { mentionStore } from './mention-suggestion'
import { SuggestionList } from './suggestion-list'
import type { OpenSuggestion } from './suggestion-store'
import { useMentionGroups } from './use-mention-groups'

/** The list under the caret after "@". */
export function MentionMenu({ editor }: { editor: Editor }) {
  const store = mentionStore(editor)
  const state = useSyncExternalStore(store.subscribe, store.getState)
  if (!state) return null
  return createPortal(<MentionList editor={editor} store={store} state={state} />, store.element)
}

function MentionList(props: OpenSuggestion<Mention>) {
  const { t } = useTranslation('references')
  const { query } = props.state
  const { groups, isLoading } = useMentionGroups(props.editor, query)
  return (
    <SuggestionList
      {...props}
      label={t('mention.label')}
      groups={groups}
      isLoading={isLoading}
      nothing={t('mention.none', { query })}
    />
  )
}
