import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components/Popover'
import { classNames } from './class-names'

/** The floating sheet of menus, lists and popovers. */
export const floatClass =
  'fade-in overflow-auto rounded-lg bg-raised text-ink shadow-float outline-none max-w-[calc(100vw-1rem)]'

export type PopoverProps = Omit<AriaPopoverProps, 'className' | 'children'> & {
  /** Its name for screen readers. */
  label: string
  children: ReactNode | ((opts: { close: () => void }) => ReactNode)
  className?: string
}

/**
 * A small dialog beside its trigger. Use inside `DialogTrigger` of react-aria-components, or
 * controlled: `isOpen`, `onOpenChange`, `triggerRef`.
 */
export function Popover({ label, children, className, ...rest }: PopoverProps) {
  return (
    <AriaPopover offset={6} {...rest} className={floatClass}>
      <Dialog aria-label={label} className={classNames('p-3 outline-none', className)}>
        {children}
      </Dialog>
    </AriaPopover>
  )
}
