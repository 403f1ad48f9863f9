import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { findEmoji } from '../ui/emoji-data'
import { useEmoji } from '../ui/use-emoji'
import { emojiStore } from './emoji-suggestion'
import { SuggestionList } from './suggestion-list'
import type { OpenSuggestion } from './suggestion-store'

const mostShown = 12

/** The list under the caret after ":" and two letters. */
export function EmojiMenu({ editor }: { editor: Editor }) {
  const store = emojiStore(editor)
  const state = useSyncExternalStore(store.subscribe, store.getState)
  if (!state) return null
  return createPortal(<EmojiList editor={editor} store={store} state={state} />, store.element)
}

function EmojiList(props: OpenSuggestion<string>) {
  const { t } = useTranslation('emoji')
  const { all, failed } = useEmoji()
  const { state } = props
  const query = state.query.replace(/:$/, '')
  const isNamed = query !== state.query
  const options = useMemo(
    () =>
      findEmoji(all ?? [], query)
        .slice(0, mostShown)
        .map(({ character, label, codes }) => ({
          id: character,
          title: label,
          ...(codes[0] && { hint: `:${codes[0]}:` }),
          picture: character,
          choice: character,
        })),
    [all, query],
  )
  const exact = useMemo(
    () => (isNamed ? all?.find(({ codes }) => codes.includes(query)) : undefined),
    [all, isNamed, query],
  )
  // The second colon ends the name; where nothing is called so, it was no name.
  useEffect(() => {
    if (exact) state.run(exact.character)
    else if (isNamed && all) state.close()
  }, [exact, isNamed, all, state])
  return (
    <SuggestionList
      {...props}
      label={t('menu')}
      groups={options.length > 0 ? [{ label: t('label'), options }] : []}
      isLoading={!all && !failed}
      nothing={t(failed ? 'failed' : 'nothing')}
    />
  )
}
