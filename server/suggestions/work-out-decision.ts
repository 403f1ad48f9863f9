/** What a decision comes to: no more than bytes and words, so that a thread can answer it. */
import { docBody } from '@atelier/shared/docs/doc'
import { docOf, docSchema } from '@atelier/shared/docs/new-doc'
import { type Decision, decide, type Wish } from '@atelier/shared/suggestions/decide-edits'
import { type AboutSuggestion, aboutSuggestion } from '@atelier/shared/suggestions/gist'
import { typeContent } from '@atelier/shared/suggestions/node-content'
import { Node } from '@tiptap/pm/model'

export type WorkedOut = Pick<Decision, 'doc' | 'fork' | 'undo'> & {
  decided: { removed: string; inserted: string; about: AboutSuggestion }[]
  /** Whether an editor can show the doc that comes of it, or could not show the one before, either. */
  isSound: boolean
  /** Of the doc that comes of it, bytes. */
  size: number
}

export function workOutDecision(wish: Wish): WorkedOut {
  const { decided, after, doc, fork, undo } = decide(wish)
  return {
    ...{ doc, fork, undo },
    decided: decided.map((suggestion) => ({
      removed: suggestion.removed,
      inserted: suggestion.inserted,
      about: aboutSuggestion(suggestion),
    })),
    size: after.length,
    isSound: !wish.accept || decided.length === 0 || isSound(after) || !isSound(wish.doc),
  }
}

/** What does not fit together an editor would delete. */
function isSound(update: Uint8Array): boolean {
  const content = docBody(docOf(update))
    .toArray()
    .flatMap((type) => typeContent(type))
  try {
    Node.fromJSON(docSchema(), { type: 'doc', content }).check()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
