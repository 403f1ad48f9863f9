import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { classNames } from './class-names'
import { FieldFoot, FieldLabel, type FieldProps, inputClass } from './field'

export type TextAreaProps = Omit<AriaTextFieldProps, 'className' | 'children' | 'isInvalid'> &
  FieldProps & { placeholder?: string; rows?: number }

/** Grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, error, placeholder, rows = 3, className, ...rest } = props
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className={classNames('block min-w-0', className)}
    >
      <FieldLabel label={label} hidden={hideLabel} />
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        style={{ minHeight: `${rows * 1.5 + 1}rem` }}
        className={classNames(inputClass, 'block field-sizing-content max-h-80 resize-none py-2')}
      />
      <FieldFoot description={description} error={error} />
    </AriaTextField>
  )
}
