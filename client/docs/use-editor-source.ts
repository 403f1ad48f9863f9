import { docSchema } from '@atelier/shared/docs/new-doc'
import { useCallback, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { openReadingCopy } from '../sync/reading-copy'
import { hasUnknownContent, watchUnknownContent } from './unknown-content'

export type EditorSource = {
  fragment: Y.XmlFragment | null
  editable: boolean
  /** This page does not understand what is here, or failed to draw it: it reads only, until reloaded. */
  outdated: boolean
  /** The editor's binding broke, and was let go. */
  onFault: (error: unknown) => void
}

/**
 * What an editor may be bound to: the live fragment for somebody who writes and understands all
 * of it, otherwise a copy. `onUnknown` must unbind the editor before it returns.
 */
export function useEditorSource(
  live: Y.XmlFragment,
  mayWrite: boolean,
  onUnknown: () => void,
): EditorSource {
  const [outdated, setOutdated] = useState(() => hasUnknownContent([live], docSchema()))
  const [copy, setCopy] = useState<Y.XmlFragment | null>(null)
  const editable = mayWrite && !outdated
  const onFault = useCallback((error: unknown) => {
    console.error('An editor could not draw what others wrote, and was let go.', error)
    setOutdated(true)
  }, [])

  useEffect(() => {
    if (!live.doc || !editable) return
    return watchUnknownContent(live.doc, docSchema(), () => {
      onUnknown()
      setOutdated(true)
    })
  }, [live, editable, onUnknown])

  useEffect(() => {
    if (editable) return
    const opened = openReadingCopy(live)
    setCopy(opened?.fragment ?? null)
    return () => opened?.close()
  }, [live, editable])

  return { fragment: editable ? live : copy, editable, outdated, onFault }
}
