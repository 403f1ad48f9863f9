import {
  type ChangeEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useState,
} from 'react'
import type * as Y from 'yjs'
import { useSharedText } from './use-shared-text'
import './shared-text-field.css'

export type SharedTextFieldProps = {
  text: Y.Text
  /** Read by screen readers. */
  label: string
  placeholder?: string
  readOnly?: boolean
  autoFocus?: boolean
  className?: string
  maxLength?: number
  /** Enter; without it Enter does nothing, for a shared line has no second one. */
  onEnter?: () => void
  /** Several lines: Enter begins the next; with `onEnter` it takes Shift for that. */
  multiline?: boolean
  onFocusChange?: (focused: boolean) => void
  ref?: Ref<HTMLTextAreaElement>
}

/** A line of text, or several, that several people write at once; it wraps where it is too long. */
export function SharedTextField(props: SharedTextFieldProps) {
  const { text, label, onEnter, ref, multiline = false, ...look } = props
  const shared = useSharedText(text)
  // While an input method composes, the field keeps its own draft: writing halves would break it.
  const [draft, setDraft] = useState<string | null>(null)
  useImperativeHandle(ref, () => shared.ref.current as HTMLTextAreaElement)

  const write = (field: HTMLTextAreaElement) => {
    shared.change(multiline ? field.value : oneLine(field.value), field.selectionStart)
  }
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    if (draft === null) write(event.target)
    else setDraft(event.target.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const back = stepBack(event)
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && !back)) return
    if (multiline && !back && (!onEnter || event.shiftKey)) return
    event.preventDefault()
    if (!back) onEnter?.()
    else if (look.readOnly !== true) shared[back]()
  }
  const value = draft ?? shared.value
  return (
    <div className={`shared-text ${look.className ?? ''}`} data-text={`${value} `}>
      <textarea
        ref={shared.ref as Ref<HTMLTextAreaElement>}
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={look.placeholder}
        readOnly={look.readOnly}
        maxLength={look.maxLength}
        // biome-ignore lint/a11y/noAutofocus: the caller opened this field for typing
        autoFocus={look.autoFocus}
        value={value}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onCompositionStart={() => setDraft(shared.value)}
        onCompositionEnd={(event) => {
          setDraft(null)
          write(event.currentTarget)
        }}
        onFocus={() => look.onFocusChange?.(true)}
        onBlur={() => look.onFocusChange?.(false)}
      />
    </div>
  )
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')

function stepBack(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y') return 'redo'
  if (key !== 'z') return null
  return event.shiftKey ? 'redo' : 'undo'
}
