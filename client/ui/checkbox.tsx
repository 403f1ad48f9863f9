import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
} from 'react-aria-components/Checkbox'
import { classNames } from './class-names'

export type CheckboxProps = Omit<CheckboxFieldProps, 'className' | 'children'> & {
  children: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className="group flex min-h-8 cursor-pointer items-start gap-2.5 py-1 text-base data-disabled:cursor-not-allowed data-disabled:opacity-50">
        {({ isSelected, isIndeterminate, isFocusVisible }) => (
          <>
            <span
              className={classNames(
                // In the middle of the first line, however many there are.
                'mt-[calc((1lh-1.125rem)/2)] flex size-4.5 shrink-0 items-center justify-center rounded-sm border transition-colors duration-100',
                isSelected || isIndeterminate
                  ? 'border-accent bg-accent text-on-accent'
                  : 'border-line-strong bg-canvas group-data-hovered:border-accent',
                isFocusVisible && 'outline-2 outline-focus outline-offset-2',
              )}
            >
              {isIndeterminate ? (
                <Minus size={13} strokeWidth={3} aria-hidden />
              ) : (
                isSelected && <Check size={13} strokeWidth={3} aria-hidden />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}
