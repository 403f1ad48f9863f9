import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showInText } from './show-in-text'
import { deedOf, type KeyDeed } from './suggestion-keys'
import type { Entry } from './suggestion-store'
import { useDeciding } from './use-deciding'
import type { Suggesting } from './use-suggesting'
import { spokenOf } from './words-for'

/** `isMeant`: whether a key is for this text, where a page has several. */
type Parts = {
  isMeant?: (event: KeyboardEvent) => boolean
  editor: Editor | null
  mayDecide: boolean
  suggesting: Suggesting
}

/**
 * Ctrl+Alt (⌘⌥) with J and K to the next suggestion and the one before, with A to accept it, with R
 * to refuse it, with S to suggest; with Shift and A or R all of them. Answers what is to be read out.
 */
export function useSuggestionKeys({ editor, mayDecide, suggesting, isMeant }: Parts): string {
  const { t } = useTranslation('suggestions')
  const [said, say] = useState('')
  const decide = useDeciding(suggesting.home)
  const { store, mode, modes, choose } = suggesting

  function walk(by: 1 | -1) {
    const entry = store.step(by)
    say(entry ? spokenPlace(entry) : t('spoken.none'))
    if (entry && editor) showInText(editor, entry.id)
  }

  function spokenPlace(entry: Entry): string {
    const nth = store.entries.indexOf(entry) + 1
    const what = spokenOf(entry.suggestion, entry.fork.author.name, t)
    return t('spoken.of', { nth, count: store.entries.length, what })
  }

  function settle(accept: boolean) {
    const entry = store.entries.find(({ id }) => id === store.active)
    if (store.entries.length === 0) return say(t('spoken.none'))
    if (!entry || !(mayDecide || (entry.isMine && !accept))) return
    // On to the next one, so that all of them can be gone through without looking for any.
    walk(1)
    // It was the only one: what says the same later is another.
    if (store.active === entry.id) store.choose(null)
    decide([entry], accept)
  }

  function settleAll(accept: boolean) {
    const entries = store.entries.filter(({ isMine }) => mayDecide || (isMine && !accept))
    if (entries.length === 0) return say(t('spoken.none'))
    decide(entries, accept)
  }

  const run: Record<KeyDeed, () => void> = {
    mode() {
      const other = modes.find((one) => one !== 'suggesting')
      if (modes.includes('suggesting') && other)
        choose(mode === 'suggesting' ? other : 'suggesting')
    },
    next: () => walk(1),
    previous: () => walk(-1),
    accept: () => settle(true),
    refuse: () => settle(false),
    acceptAll: () => settleAll(true),
    refuseAll: () => settleAll(false),
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const deed = deedOf(event)
    if (!deed || isMeant?.(event) === false) return
    event.preventDefault()
    run[deed]()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return said
}
