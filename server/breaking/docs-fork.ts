/** A fork as one person has it open: what is suggested in it, and the text as it would be. */
import { docBody } from '@atelier/shared/docs/doc'
import { readSuggestions } from '@atelier/shared/suggestions/read-suggestions'
import { SuggestedDoc } from '@atelier/shared/suggestions/suggested-doc-edits'
import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import { tidy } from '@atelier/shared/suggestions/take-out-edits'
import type * as Y from 'yjs'
import { PagelessEditor } from '../testing/pageless-editor'
import type { Line } from './docs-line'

export class OpenFork {
  readonly id: string
  readonly line: Line
  readonly #doc: Y.Doc
  readonly #writes: boolean
  readonly #live: SuggestedDoc
  #editor: PagelessEditor | null = null

  constructor(id: string, line: Line, doc: Y.Doc, writes: boolean) {
    this.id = id
    this.line = line
    this.#doc = doc
    this.#writes = writes
    const sides = { doc, fork: line.doc }
    this.#live = new SuggestedDoc({ ...sides, writes })
    if (writes) tidy({ ...sides, live: this.#live })
  }

  get text(): Y.Doc {
    return this.#live.current
  }

  get suggestions(): Suggestion[] {
    return readSuggestions(this.#doc, this.text, this.line.doc)
  }

  /** Bound anew where the text is another document by now. */
  get editor(): PagelessEditor | null {
    if (!this.#writes) return null
    const fragment = docBody(this.text)
    if (this.#editor?.fragment !== fragment) {
      this.#editor?.close()
      this.#editor = new PagelessEditor({ fragment })
    }
    return this.#editor
  }

  get fault(): unknown {
    return this.#editor?.fault ?? null
  }

  close(): void {
    this.#editor?.close()
    this.#live.close()
  }
}
