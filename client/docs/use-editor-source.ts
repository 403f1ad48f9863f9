import { useCallback, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { openReadingCopy } from '../sync/reading-copy'

export type EditorSource = {
  fragment: Y.XmlFragment | null
  editable: boolean
  /** This page failed to draw what is here: it reads only, until reloaded. */
  outdated: boolean
  /** The editor's binding broke, and was let go. */
  onFault: (error: unknown) => void
}

/**
 * What an editor may be bound to: the live fragment for somebody who writes, otherwise a copy. Content
 * that is not known here is no reason to read only: it stands there inert (`inert-schema.ts`).
 */
export function useEditorSource(live: Y.XmlFragment, mayWrite: boolean): EditorSource {
  const [outdated, setOutdated] = useState(false)
  const [copy, setCopy] = useState<Y.XmlFragment | null>(null)
  const editable = mayWrite && !outdated
  const onFault = useCallback((error: unknown) => {
    console.error('An editor could not draw what others wrote, and was let go.', error)
    setOutdated(true)
  }, [])

  useEffect(() => {
    if (editable) return
    const opened = openReadingCopy(live)
    setCopy(opened?.fragment ?? null)
    return () => opened?.close()
  }, [live, editable])

  return { fragment: editable ? live : copy, editable, outdated, onFault }
}
