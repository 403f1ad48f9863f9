import type { Editor } from '@tiptap/react'
import { useEffect, useId } from 'react'
import type { SuggestionListProps } from './suggestion-store'
import { useChosen } from './use-chosen'
import './caret-lists.css'

/** The list at the caret. The caret stays in the text; keys move through the list. */
export function SuggestionList<Choice>(props: SuggestionListProps<Choice>) {
  const { editor, state, groups, isLoading } = props
  const found = groups.flatMap(({ options }) => options)
  const { at, active, choose } = useChosen(props, found)
  const listId = useId()
  const activeId = active && `${listId}-${active.id}`
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    return pointTo(editor, listId, activeId)
  }, [editor, listId, activeId])
  // Words that nothing is called are a sentence; "3 dec 2031" is not done after the second.
  const isSentence = found.length === 0 && !isLoading && /(\S+\s+){3}/.test(state.query)
  useEffect(() => {
    if (isSentence) state.close()
  }, [isSentence, state])

  return (
    <div className="slash-menu" role="listbox" id={listId} aria-label={props.label}>
      {groups.map(({ label, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: options in a group of a listbox
        <div key={label} role="group" aria-label={label}>
          <div className="slash-group" aria-hidden>
            {label}
          </div>
          {options.map((option) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text, which points here
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the editor
            <div
              key={option.id}
              id={`${listId}-${option.id}`}
              role="option"
              aria-selected={option === found[at]}
              className="slash-option suggestion-option"
              onPointerMove={() => choose(found.indexOf(option))}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => state.run(option.choice)}
            >
              <span className="suggestion-picture" aria-hidden>
                {option.picture}
              </span>
              <span className="suggestion-words">
                <span dir="auto">{option.title}</span>
                {option.hint && <small dir="auto">{option.hint}</small>}
              </span>
            </div>
          ))}
        </div>
      ))}
      {found.length === 0 && !isLoading && <p className="slash-none">{props.nothing}</p>}
      {found.length === 0 && isLoading && <p className="slash-none">…</p>}
    </div>
  )
}

/** Tells screen readers what the caret's keys move through. */
function pointTo(editor: Editor, listId: string, activeId: string | undefined): () => void {
  const { dom } = editor.view
  dom.setAttribute('aria-controls', listId)
  if (activeId) dom.setAttribute('aria-activedescendant', activeId)
  return () => {
    dom.removeAttribute('aria-controls')
    dom.removeAttribute('aria-activedescendant')
  }
}
