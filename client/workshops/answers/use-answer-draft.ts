import type { Answer } from '@atelier/shared/workshops/answer'
import { useState } from 'react'
import { keepDraft, readDraft } from '../../offline/kept-drafts'
import { useSyncIdentity } from '../../sync/sync-identity'

export type AnswerDraft = {
  /** What is begun and not sent; null where there is none. */
  begun: Answer | null
  change(begun: Answer): void
  /** It has arrived. What was written on meanwhile stays. */
  arrived(sent: Answer): void
}

/** There again after a reload, and after the stage has gone on. */
export function useAnswerDraft(stageId: string): AnswerDraft {
  const who = useSyncIdentity()
  const place = `workshop-answer:${stageId}`
  const [begun, setBegun] = useState(() => who && asAnswer(readDraft(who, place)))
  return {
    begun,
    change(next) {
      setBegun(next)
      if (who) keepDraft(who, place, next)
    },
    arrived(sent) {
      if (who && isSame(asAnswer(readDraft(who, place)), sent)) keepDraft(who, place, null)
    },
  }
}

export const isSame = (one: Answer | null, other: Answer): boolean =>
  one !== null && one.mark === other.mark && one.words.trim() === other.words.trim()

/** What lies on a device may be anything. */
function asAnswer(draft: unknown): Answer | null {
  if (typeof draft !== 'object' || draft === null) return null
  const { mark, words } = draft as Record<string, unknown>
  if (typeof words !== 'string' || (mark !== null && typeof mark !== 'number')) return null
  return { mark, words }
}
