import { heldOf } from '@atelier/shared/comments/held'
import { useEffect } from 'react'
import { useMe } from '../access/session'
import { keepDraft, readDraft } from '../offline/kept-drafts'
import { type CommentDesk, useComposing } from './comment-desk'
import { draftId } from './held-draft'

/** What a comment is about that is being written outlives a reload, as its words do. */
export function useKeptComposing({ docId, comments: store }: CommentDesk): void {
  const { id: personId, workspaceId } = useMe()
  const composing = useComposing(store)
  useEffect(() => {
    if (store.composing) return
    const who = { personId, workspaceId }
    if (readDraft(who, `${docId}:new`) === null) return
    const { anchor, quote } = (readDraft(who, `${docId}:about`) ?? {}) as Record<string, unknown>
    const isHeld = typeof anchor === 'string' && typeof quote === 'string'
    const held = isHeld ? heldOf({ id: draftId, anchor, quote, resolved: null }) : null
    store.compose(held ? { on: 'selection', held } : { on: 'whole' })
  }, [store, docId, personId, workspaceId])
  useEffect(() => {
    if (!composing) return
    const about =
      composing.on === 'whole' ? null : { anchor: composing.held.text, quote: composing.held.quote }
    keepDraft({ personId, workspaceId }, `${docId}:about`, about)
  }, [composing, docId, personId, workspaceId])
}
