import { newUuid } from '@atelier/shared/basics/uuid'
import { useState } from 'react'
import { useMe } from '../access/session'
import { keepDraft, readDraft } from '../offline/kept-drafts'
import type { Named } from './mention-text'

/** What somebody is writing. `id` stays the same however often it is sent. */
export type Draft = { id: string; text: string; named: Named[] }

type Wish = { first?: Omit<Draft, 'id'> | undefined; isKept?: boolean }

/** Kept on this device until it was sent, where it may be. `place` says where it is written: one draft in each. */
export function useDraft(place: string, { first, isKept = true }: Wish = {}) {
  const { id: personId, workspaceId } = useMe()
  const who = { personId, workspaceId }
  const [draft, setDraft] = useState<Draft>(
    () =>
      (isKept ? asDraft(readDraft(who, place)) : null) ?? {
        id: newUuid(),
        ...(first ?? { text: '', named: [] }),
      },
  )
  const keep = (kept: Draft | null) => {
    if (isKept) keepDraft(who, place, kept)
  }
  return {
    draft,
    write(change: Partial<Draft>) {
      const next = { ...draft, ...change }
      setDraft(next)
      keep(next.text.trim() === '' ? null : next)
    },
    clear() {
      setDraft({ id: newUuid(), text: '', named: [] })
      keep(null)
    },
  }
}

function asDraft(kept: unknown): Draft | null {
  const { id, text, named } = (kept ?? {}) as Partial<Draft>
  if (typeof id !== 'string' || typeof text !== 'string' || !Array.isArray(named)) return null
  return { id, text, named }
}
