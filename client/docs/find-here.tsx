import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useLayoutEffect, useSyncExternalStore } from 'react'
import { useFetchAhead } from '../ui/use-fetch-ahead'
import type { DocDesk } from './doc-desk'
import { findIn, openFind } from './finders'

const loadBar = async () => ({ default: (await import('./find-bar')).FindBar })
const FindBar = lazy(loadBar)
const ahead = [loadBar]

/** The bar, while somebody looks for something in this doc. */
export function FindHere({ desk }: { desk: DocDesk }) {
  const { editor, editable } = desk
  const asked = findIn(editor)
  const wish = useSyncExternalStore(asked.subscribe, asked.get)
  useFindKey(editor)
  useFetchAhead(ahead)
  if (wish === null) return null
  return (
    <Suspense fallback={null}>
      <FindBar editor={editor} editable={editable} wish={wish} close={() => asked.set(null)} />
    </Suspense>
  )
}

/** Ctrl+F or ⌘F while the doc has the focus; from the bar itself the browser's own search opens. */
function useFindKey(editor: Editor) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isFind || event.code !== 'KeyF' || event.defaultPrevented) return
      const sheet = editor.view.dom.closest('.doc-sheet')
      if (!sheet?.contains(document.activeElement)) return
      event.preventDefault()
      openFind(editor)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor])
}
