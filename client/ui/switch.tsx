import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch'
import { classNames } from './class-names'

export type SwitchProps = Omit<SwitchFieldProps, 'className' | 'children'> & { children: ReactNode }

/** For what takes effect at once; in forms with a button use Checkbox. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest}>
      <SwitchButton className="flex min-h-8 cursor-pointer items-center gap-2.5 text-base data-disabled:cursor-not-allowed data-disabled:opacity-50">
        {({ isSelected, isFocusVisible }) => (
          <>
            <span
              className={classNames(
                'flex h-5 w-8.5 shrink-0 items-center rounded-full border p-px transition-colors duration-100',
                isSelected ? 'border-accent bg-accent' : 'border-line-strong bg-hover',
                isFocusVisible && 'outline-2 outline-focus outline-offset-2',
              )}
            >
              <span
                className={classNames(
                  'size-4 rounded-full transition-transform duration-100',
                  isSelected
                    ? 'translate-x-3.5 bg-on-accent rtl:-translate-x-3.5'
                    : 'bg-line-strong',
                )}
              />
            </span>
            {children}
          </>
        )}
      </SwitchButton>
    </SwitchField>
  )
}
