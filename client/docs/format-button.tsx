import type { ReactNode } from 'react'

/** A button over the text: pressing it leaves the caret where it is. */
export function FormatButton(props: {
  label: string
  /** Undefined for what is done rather than switched. */
  isOn?: boolean
  isDisabled?: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className="format-button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.isOn}
      disabled={props.isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  )
}
