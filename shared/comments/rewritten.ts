/**
 * Words that were not kept but written anew: splitting, joining, moving or turning blocks into
 * others gives their words other ids. Whoever does it is the one who knows where they went.
 */

import type { Fragment } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform'
import type { Range } from './anchor-places'
import type { Held } from './held'
import { holdOn, type Places, placesByIds, seek } from './mark-places'

/**
 * Whether a step did more than change letters and their looks in one line: what stands behind
 * anything else in it, as a line break or a picture, is a text of its own.
 */
export function rewrites({ steps, docs }: Transaction): boolean {
  return steps.some((step, nth) => {
    if (step instanceof ReplaceAroundStep) return true
    if (!(step instanceof ReplaceStep)) return false
    const { slice, from, to } = step
    const before = docs[nth]
    if (!before?.resolve(from).sameParent(before.resolve(to))) return true
    return !isOnlyText(slice.content) || !isOnlyText(before.slice(from, to).content)
  })
}

const isOnlyText = ({ content }: Fragment) => content.every((node) => node.isText)

export type Moved = { id: string; from: string } & Pick<Held, 'anchor' | 'quote'>

/** Threads whose ids no longer say where they are, and what to hold on to from now on. */
export function movedThreads(
  state: EditorState,
  threads: readonly Held[],
  places: Places,
): Moved[] {
  const byIds = placesByIds(state, state.doc, threads)
  return threads.flatMap((thread, nth) => {
    const place = places.get(thread.id) ?? seek(state.doc, thread)
    if (!place || isSame(place, byIds[nth])) return []
    const held = holdOn(state, place)
    return held ? [{ id: thread.id, from: thread.text, ...held }] : []
  })
}

const isSame = (a: Range, b: Range | null | undefined) => a.from === b?.from && a.to === b.to
