import { type Editor, useEditorState } from '@tiptap/react'
import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { ReplaceRow, StepButtons, WayButtons } from './find-buttons'
import type { FindQuery } from './find-matches'
import { endFinding, find, findingIn, goToMatch, noQuery, replaceMatches } from './find-plugin'
import type { FindWish } from './finders'
import './find.css'

type Props = { editor: Editor; editable: boolean; wish: FindWish; close: () => void }

/** Looks for words in the doc, and puts others in their place. */
export function FindBar({ editor, editable, wish, close }: Props) {
  const { t } = useTranslation('find')
  const field = useRef<HTMLInputElement>(null)
  const { query, change, settle } = useQuery(editor, wish, field)
  const [said, setSaid] = useState('')
  const { at, count } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const { at, matches } = findingIn(editor.state)
      return { at, count: matches.length }
    },
  })
  const leave = () => {
    endFinding(editor)
    close()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Before a tooltip takes it for itself.
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const found = count === 0 ? t('none') : t('place', { at: at + 1, count })
  return (
    <search className="find-bar" aria-label={t('label')} onKeyDownCapture={onKeyDown}>
      <div className="find-row">
        <input
          ref={field}
          type="text"
          className="find-field"
          aria-label={t('find')}
          placeholder={t('find')}
          value={query.text}
          onChange={(event) => {
            setSaid('')
            change({ text: event.target.value })
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            settle()
            goToMatch(editor, event.shiftKey ? -1 : 1)
          }}
        />
        <output className="find-count" aria-live="polite">
          {said || (query.text === '' ? '' : found)}
        </output>
        <WayButtons query={query} change={change} />
        <StepButtons isDisabled={count === 0} go={(step) => goToMatch(editor, step)} />
        <IconButton size="small" label={t('close')} onPress={leave}>
          <X size={16} />
        </IconButton>
      </div>
      {editable && (
        <ReplaceRow
          isDisabled={count === 0}
          replace={(words, which) => {
            settle()
            const replaced = replaceMatches(editor, words, which)
            if (which === 'all') setSaid(t('replaced', { count: replaced }))
            // The button is about to be of no use, and would take the focus with it.
            if (findingIn(editor.state).matches.length === 0) field.current?.focus()
          }}
        />
      )}
    </search>
  )
}

/** What is looked for; a moment after the last key, since the whole doc is read for it. */
function useQuery(editor: Editor, wish: FindWish, field: React.RefObject<HTMLInputElement | null>) {
  const [query, setQuery] = useState<FindQuery>(noQuery)
  useEffect(() => {
    if (wish.first !== '') setQuery((now) => ({ ...now, text: wish.first }))
    const begin = () => {
      field.current?.focus()
      field.current?.select()
    }
    begin()
    // A menu that closes gives the focus back a frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => document.activeElement !== field.current && begin())
    })
    return () => cancelAnimationFrame(frame)
  }, [wish, field])
  const settle = () => {
    if (!editor.isDestroyed && findingIn(editor.state).query !== query) find(editor, query)
  }
  const settleLater = useEffectEvent(settle)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each query anew
  useEffect(() => {
    const later = setTimeout(() => settleLater(), 120)
    return () => clearTimeout(later)
  }, [editor, query])
  useEffect(() => () => endFinding(editor), [editor])
  return {
    query,
    /** At once, for a key that follows on the letters. */
    settle,
    change: (next: Partial<FindQuery>) => setQuery((now) => ({ ...now, ...next })),
  }
}
