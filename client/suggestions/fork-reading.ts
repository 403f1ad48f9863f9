import { readSuggestions } from '@atelier/shared/suggestions/read-suggestions'
import { SuggestedDoc } from '@atelier/shared/suggestions/suggested-doc-edits'
import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import { tidy } from '@atelier/shared/suggestions/take-out-edits'
import type * as Y from 'yjs'

export type ForkReadingWish = {
  doc: Y.Doc
  fork: Y.Doc
  /** Whether the fork is this person's own, and they write in it now. */
  writes: boolean
  /** The doc as the fork would have it: another document whenever words were brought back. */
  onText: (text: Y.Doc) => void
  onRead: (suggestions: Suggestion[]) => void
}

const soonMs = 60
/** Reading takes no more than this share of the time, however long the doc and however many write. */
const restPerRead = 12

/** Reads what a fork suggests, and again when it or the doc was written on. */
export function startReading({ doc, fork, writes, onText, onRead }: ForkReadingWish): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isReady = false
  const live = new SuggestedDoc({
    doc,
    fork,
    writes,
    onRemade: () => {
      if (isReady) onText(live.current)
    },
  })
  if (writes) tidy({ doc, fork, live })
  isReady = true
  let restMs = soonMs

  function read() {
    timer = null
    const begun = performance.now()
    onRead(readSuggestions(doc, live.current, fork))
    restMs = Math.max(soonMs, (performance.now() - begun) * restPerRead)
  }
  const soon = () => {
    timer ??= setTimeout(read, restMs)
  }
  for (const each of [doc, fork]) each.on('update', soon)
  onText(live.current)
  read()

  return () => {
    if (timer) clearTimeout(timer)
    for (const each of [doc, fork]) each.off('update', soon)
    live.close()
  }
}
