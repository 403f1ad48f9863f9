import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { type Emoji, findEmoji } from '../ui/emoji-data'
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
      (isNamed ? called(all ?? [], query) : findEmoji(all ?? [], query))
        .slice(0, mostShown)
        .map(({ character, label, codes }) => ({
          id: character,
          title: label,
          ...(codes[0] && { hint: `:${codes[0]}:` }),
          picture: character,
          choice: character,
        })),
    [all, isNamed, query],
  )
  const [first] = options
  const isLoading = !all && !failed
  // The second colon ends the name; where nothing is called so, it was no name.
  useEffect(() => {
    if (!isNamed || state.isWaiting) return
    if (isLoading) state.wait()
    else if (first) state.run(first.choice)
    else state.close()
  }, [first, isNamed, isLoading, state])
  return (
    <SuggestionList
      {...props}
      label={t('menu')}
      groups={options.length > 0 ? [{ label: t('label'), options }] : []}
      isLoading={isLoading}
      nothing={t(failed ? 'failed' : 'nothing')}
    />
  )
}

const called = (all: readonly Emoji[], code: string) =>
  all.filter(({ codes }) => codes.includes(code)).slice(0, 1)
