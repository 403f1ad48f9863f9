import { useCallback, useState } from 'react'
import { keepDraft, readDraft } from '../../offline/kept-drafts'
import { useSyncIdentity } from '../../sync/sync-identity'

/** Where what somebody has begun to write for a stage and topic is kept on their device. */
export const padDraft = (stageId: string, topic: string | null): string =>
  `workshop-pad:${stageId}:${topic ?? ''}`

const asWords = (draft: unknown) => (typeof draft === 'string' ? draft : '')

/** Words that are no note yet. They are there again after a reload, and after the stage has gone on. */
export function useNoteDraft(place: string): [string, (words: string) => void] {
  const who = useSyncIdentity()
  const [words, setWords] = useState(() => (who ? asWords(readDraft(who, place)) : ''))
  const change = useCallback(
    (next: string) => {
      setWords(next)
      if (who) keepDraft(who, place, next.trim() === '' ? null : next)
    },
    [who, place],
  )
  return [words, change]
}
