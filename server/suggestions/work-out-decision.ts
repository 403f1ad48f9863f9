/** What a decision comes to: no more than bytes and words, so that a thread can answer it. */
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { docOf, docSchema } from '@atelier/shared/docs/new-doc'
import { sectionSchema } from '@atelier/shared/journals/new-section'
import {
  type Wish as Decided,
  type Decision,
  decide,
} from '@atelier/shared/suggestions/decide-edits'
import { type AboutSuggestion, aboutSuggestion } from '@atelier/shared/suggestions/gist'
import { typeContent } from '@atelier/shared/suggestions/node-content'
import { Node } from '@tiptap/pm/model'

/** `kind` is of what is suggested in. */
export type Wish = Decided & { kind: 'doc' | 'section' }

export type WorkedOut = Pick<Decision, 'doc' | 'fork' | 'undo'> & {
  decided: { removed: string; inserted: string; about: AboutSuggestion }[]
  /** Whether an editor can show the doc that comes of it, or could not show the one before, either. */
  isSound: boolean
  /** Of the doc that comes of it, bytes. */
  size: number
}

export function workOutDecision(wish: Wish): WorkedOut {
  const { kind, accept } = wish
  const { decided, after, doc, fork, undo } = decide(wish)
  return {
    ...{ doc, fork, undo },
    decided: decided.map((suggestion) => ({
      removed: suggestion.removed,
      inserted: suggestion.inserted,
      about: aboutSuggestion(suggestion),
    })),
    size: after.length,
    isSound: !accept || decided.length === 0 || isSound(kind, after) || !isSound(kind, wish.doc),
  }
}

/** What does not fit together an editor would delete. A section holds less than a doc, and has no title. */
function isSound(kind: Wish['kind'], update: Uint8Array): boolean {
  const made = docOf(update)
  const content = docBody(made)
    .toArray()
    .flatMap((type) => typeContent(type))
  if (kind === 'section' && docTitle(made).length > 0) return false
  try {
    const schema = kind === 'section' ? sectionSchema() : docSchema()
    Node.fromJSON(schema, { type: 'doc', content }).check()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
