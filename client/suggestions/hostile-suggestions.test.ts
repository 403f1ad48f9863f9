// @vitest-environment happy-dom
/** Whatever somebody writes into their fork: everybody else's page shows the doc, and goes on. */
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { aboutSuggestion, type Gist } from '@atelier/shared/suggestions/gist'
import { hostileForks } from '@atelier/shared/suggestions/hostile-forks-edits'
import { readSuggestions } from '@atelier/shared/suggestions/read-suggestions'
import { SuggestedDoc } from '@atelier/shared/suggestions/suggested-doc-edits'
import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import type { OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { newDoc } from '@atelier/shared/suggestions/two-authors'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { docViews } from '../docs/doc-views'
import { GuardedBinding } from '../docs/guarded-binding'
import { SuggestionMarks } from './suggestion-marks'
import { SuggestionStore } from './suggestion-store'
import { saidOf, spokenOf, titleOf } from './words-for'

const eve: OpenFork = { id: 'fork', author: { id: 'eve', name: 'Eve', colour: 'teal' } }
const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Why' }] }

/** As it is told of later. */
const decided = ({ removed, inserted, ...rest }: Suggestion): Gist => ({
  ...JSON.parse(JSON.stringify(aboutSuggestion({ removed, inserted, ...rest }))),
  removed: removed.slice(0, 400),
  inserted: inserted.slice(0, 400),
})

let editor: Editor | null = null
afterEach(() => editor?.destroy())

it.each(hostileForks)(
  '%s: shown as far as it goes, beside a doc that is written on',
  async (_, write) => {
    const failed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const doc = newDoc('One two three.', heading)
    const fork = new Y.Doc()
    const live = new SuggestedDoc({ doc, fork, writes: true })
    write(live.current, fork)
    const suggestions = readSuggestions(doc, live.current, fork)
    const store = new SuggestionStore()
    const fragment = docBody(doc)
    editor = new Editor({
      element: document.createElement('div'),
      extensions: [
        ...docExtensions({ task: (text) => text }, docViews),
        Collaboration.configure({ fragment }),
        GuardedBinding.configure({ fragment, onFault: () => undefined }),
        SuggestionMarks.configure({ store }),
      ],
    })
    store.put({ fork: eve, isMine: false, suggestions })
    await Promise.resolve()
    expect(store.entries).toHaveLength(suggestions.length)
    const t = ((key: string | string[]) => String(key)) as never
    for (const each of suggestions) {
      expect(titleOf(each, t)).not.toBe('')
      for (const side of ['removed', 'inserted'] as const) saidOf(each, side, t)
      expect(spokenOf(each, 'Eve', t).length).toBeLessThan(400)
      expect(titleOf(decided(each), t)).not.toBe('')
      for (const side of ['removed', 'inserted'] as const) saidOf(decided(each), side, t)
    }
    editor.commands.insertContentAt(1, 'Still: ')
    expect(editor.getText()).toMatch(/^Still: One two three\./)
    expect(failed).not.toHaveBeenCalled()
    failed.mockRestore()
  },
)
