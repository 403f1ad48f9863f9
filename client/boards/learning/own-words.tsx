import { longest } from '@atelier/shared/boards/board-shape'
import type * as Y from 'yjs'
import { SharedTextField } from '../../sync/shared-text-field'
import { useDesk } from '../board-context'

type Props = {
  texts: readonly Y.Text[]
  label: string
  placeholder: string
  autoFocus: boolean
}

/** One's own words, live at all one's devices. More than one field only where two began at once. */
export function OwnWords({ texts, label, placeholder, autoFocus }: Props) {
  const { editable } = useDesk()
  return texts.map((text, nth) => (
    <SharedTextField
      key={text._item?.parentSub ?? nth}
      text={text}
      multiline
      className="learning-field"
      label={label}
      placeholder={placeholder}
      readOnly={!editable}
      autoFocus={autoFocus && nth === 0}
      maxLength={longest.learning}
    />
  ))
}
