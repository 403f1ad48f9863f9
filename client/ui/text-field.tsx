import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { classNames } from './class-names'
import { FieldFoot, FieldLabel, type FieldProps, inputClass } from './field'

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'children' | 'isInvalid'> &
  FieldProps & { placeholder?: string /** Drawn inside the end of the field. */; end?: ReactNode }

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, placeholder, end, className, ...rest } = props
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className={classNames('block min-w-0', className)}
    >
      <FieldLabel label={label} hidden={hideLabel} />
      <div className="relative">
        <Input
          placeholder={placeholder}
          className={classNames(inputClass, 'h-10', Boolean(end) && 'pe-10')}
        />
        {end && <div className="absolute inset-y-0 end-1 flex items-center">{end}</div>}
      </div>
      <FieldFoot description={description} error={error} />
    </AriaTextField>
  )
}
