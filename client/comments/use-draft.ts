import { newUuid } from '@atelier/shared/basics/uuid'
import { useLayoutEffect, useState } from 'react'
import { useMe } from '../access/session'
import { keepDraft, readDraft } from '../offline/kept-drafts'
import type { Named } from './mention-text'
import { holdTabDraft, openField, readTabDraft, throwTabDraftAway } from './tab-drafts'

/** What somebody is writing. `id` stays the same however often it is sent. */
export type Draft = { id: string; text: string; named: Named[] }

type Wish = {
  first?: Omit<Draft, 'id'> | undefined
  /** Whether it may lie on this device; else it is in this tab alone. */
  isKept?: boolean
}

/** Held until it was sent. `place` says where it is written: one draft in each. */
export function useDraft(place: string, { first, isKept = true }: Wish = {}) {
  const { id: personId, workspaceId } = useMe()
  const who = { personId, workspaceId }
  const [draft, setDraft] = useState<Draft>(
    () =>
      asDraft(isKept ? readDraft(who, place) : readTabDraft(who, place)) ?? {
        id: newUuid(),
        ...(first ?? { text: '', named: [] }),
      },
  )
  useLayoutEffect(() => {
    if (!isKept) return openField({ personId, workspaceId }, place)
  }, [isKept, personId, workspaceId, place])
  const keep = (kept: Draft | null) =>
    isKept ? keepDraft(who, place, kept) : holdTabDraft(who, place, kept)
  return {
    draft,
    write(change: Partial<Draft>) {
      const next = { ...draft, ...change }
      setDraft(next)
      keep(next.text.trim() === '' || next.text === first?.text ? null : next)
    },
    clear() {
      setDraft({ id: newUuid(), text: '', named: [] })
      keep(null)
    },
    /**
     * Its field is closed without being sent. What lies on this device is there when it is opened again; anything else
     * is thrown away: answers how that comes back, null where there is nothing.
     */
    leave: (): (() => void) | null => (isKept ? null : throwTabDraftAway(who, place)),
  }
}

export function asDraft(kept: unknown): Draft | null {
  const { id, text, named } = (kept ?? {}) as Partial<Draft>
  if (typeof id !== 'string' || typeof text !== 'string' || !Array.isArray(named)) return null
  return { id, text, named }
}
