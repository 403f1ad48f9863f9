import { type KeyboardEvent, useRef, useState } from 'react'

type Props = {
  label: string
  placeholder?: string
  value?: string
  maxLength: number
  className?: string
  /** Called with trimmed, non-empty text. */
  onDone(text: string): void
  /** `byKey`: by Enter or Escape, so the keyboard wants somewhere to be. */
  onLeave(byKey: boolean): void
  /** Empties itself after each text and stays open for the next. */
  again?: boolean
}

/**
 * A field that appears in place: Enter is done, Escape leaves. It grows with its text but holds
 * one line. Leaving it by pointer or Tab keeps what was written.
 */
export function OneLineField({
  label,
  placeholder,
  value = '',
  maxLength,
  className,
  ...props
}: Props) {
  const [text, setText] = useState(value)
  const left = useRef(false)
  const done = () => {
    const given = text.trim()
    if (given !== '') props.onDone(given)
    setText(props.again ? '' : text)
    return given !== ''
  }
  const leave = (byKey: boolean) => {
    if (left.current) return
    left.current = true
    props.onLeave(byKey)
  }
  const press = (event: KeyboardEvent) => {
    // Enter also ends the choice of a character in some input methods.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave(true)
    else if (event.key !== 'Enter') return
    else if (!done() || !props.again) leave(true)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <textarea
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
      autoFocus
      rows={1}
      className={`board-one-line ${className ?? ''}`}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={text}
      onChange={(event) => setText(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={press}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (left.current) return
        done()
        leave(false)
      }}
    />
  )
}
