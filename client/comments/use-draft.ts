import { newUuid } from '@atelier/shared/basics/uuid'
import { useState } from 'react'
import { useMe } from '../access/session'
import { keepDraft, readDraft } from '../offline/kept-drafts'
import type { Named } from './mention-text'

/** What somebody is writing. `id` stays the same however often it is sent. */
export type Draft = { id: string; text: string; named: Named[] }

/** Kept on this device until it was sent. `place` says where it is written: one draft in each. */
export function useDraft(place: string, first: Omit<Draft, 'id'> = { text: '', named: [] }) {
  const { id: personId, workspaceId } = useMe()
  const who = { personId, workspaceId }
  const [draft, setDraft] = useState<Draft>(
    () => asDraft(readDraft(who, place)) ?? { id: newUuid(), ...first },
  )
  return {
    draft,
    write(change: Partial<Draft>) {
      const next = { ...draft, ...change }
      setDraft(next)
      keepDraft(who, place, next.text.trim() === '' ? null : next)
    },
    clear() {
      setDraft({ id: newUuid(), text: '', named: [] })
      keepDraft(who, place, null)
    },
  }
}

function asDraft(kept: unknown): Draft | null {
  const { id, text, named } = (kept ?? {}) as Partial<Draft>
  if (typeof id !== 'string' || typeof text !== 'string' || !Array.isArray(named)) return null
  return { id, text, named }
}
