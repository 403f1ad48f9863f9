import { readDocText } from '@atelier/shared/docs/read-doc'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** All that a section says, now and as it changes; what it said last where it is gone. */
export function useTextOf(doc: Y.Doc | null): string {
  const read = useRef<{ of: Y.Doc; text: string } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const changed = () => {
        read.current = doc && { of: doc, text: readDocText(doc).text }
        listener()
      }
      doc?.on('update', changed)
      return () => doc?.off('update', changed)
    },
    [doc],
  )
  return useSyncExternalStore(subscribe, () => {
    if (doc && read.current?.of !== doc) read.current = { of: doc, text: readDocText(doc).text }
    return read.current?.text ?? ''
  })
}
