import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import type { CommentThread } from '@atelier/shared/comments/comment'
import type { Moved } from '@atelier/shared/comments/rewritten'
import { placesKey } from '@atelier/shared/comments/thread-places'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useCan } from '../access/use-can'
import { type CommentDesk, useIsOnPage } from './comment-desk'
import { moveThread, useThreads } from './comment-records'
import { selected } from './held-draft'
import { ReaderMenu } from './reader-menu'
import { showWords } from './show-words'
import { inOrder } from './thread-order'
import { useCommentKeys } from './use-comment-keys'
import { useDrawnThreads } from './use-drawn-threads'
import { useKeptComposing } from './use-kept-composing'
import { useThreadFocus } from './use-thread-focus'
import './comment-marks.css'

const nothing: CommentThread[] = []

/** Draws what is talked about over the text, and hears what is done there; beside it stands the panel. */
export function CommentsLayer({ desk }: { desk: CommentDesk }) {
  const { editor, comments: store, docId } = desk
  const { data } = useThreads(docId)
  const threads = data?.threads ?? nothing
  const { threadId, isOpen, focus } = useThreadFocus()
  useStore(desk)
  useKeptComposing(desk)
  useDrawnThreads(desk, threads, threadId)
  useLookAt(desk, threads, threadId)

  const step = (by: 1 | -1) => {
    const places = placesKey.getState(editor.state)?.places
    const placeOf = (id: string) => places?.get(id)?.from ?? null
    const open = inOrder(threads, placeOf).filter(({ thread }) => thread.resolved === null)
    // The keyboard is on a card before the address says so.
    const here = document.activeElement?.closest<HTMLElement>('[data-thread-card]')
    const from = here?.dataset.threadCard ?? threadId
    const at = open.findIndex(({ thread }) => thread.id === from)
    const next =
      open[at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length]
    if (next) focus(next.thread.id)
    return next?.thread.id ?? null
  }
  useCommentKeys({ editor, begin: () => store.begin(), step })

  const begin = useEffectEvent(() => {
    if (!store.mayComment) return
    const wish = selected(editor)
    if ('threadId' in wish) return focus(wish.threadId)
    store.compose(wish)
    // What is selected is marked now; the tools over it would stand in the way.
    editor.commands.setTextSelection(editor.state.selection.to)
    if (!isOpen || threadId !== null) focus(null)
  })
  const choose = useEffectEvent((id: string | null) => {
    if (id !== null) focus(id)
    else if (threadId !== null) focus(null)
  })
  useEffect(() => {
    store.begin = () => begin()
    store.onChoose = (id) => choose(id)
  }, [store])
  return editor.isEditable ? null : <ReaderMenu editor={editor} store={store} />
}

/** Who may do what here, and where words went that this person moved. */
function useStore({ docId, page, editable, comments: store }: CommentDesk): void {
  const ask = useCan()
  const mayComment = page !== undefined && ask('comment', page.rights)
  const { mutate: move } = useMutation({
    mutationFn: ({ id, anchor, quote }: Moved) =>
      moveThread({ docId, threadId: id }, { anchor: anchorToText(encodeAnchor(anchor)), quote }),
    // Nobody waits for it: the words are found by what they say until then.
    retry: 3,
    onError: (error) => console.error('Others are not told yet where words went.', error),
  })
  useEffect(() => store.allow(mayComment), [store, mayComment])
  useEffect(() => {
    store.mayMove = editable
    store.onMoved = (moved) => {
      for (const one of moved) move(one)
    }
  }, [store, editable, move])
}

/** What is chosen in the panel or by a link is brought into view, once its words are there. */
function useLookAt(desk: CommentDesk, threads: CommentThread[], threadId: string | null): void {
  const isOnPage = useIsOnPage(desk.editor)
  const isThere = isOnPage && threads.some(({ id }) => id === threadId)
  const look = useEffectEvent(() => showWords(desk, threadId, 'look'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thread is another look
  useEffect(() => {
    if (!isThere) return
    const frame = requestAnimationFrame(() => look())
    return () => cancelAnimationFrame(frame)
  }, [isThere, threadId])
}
