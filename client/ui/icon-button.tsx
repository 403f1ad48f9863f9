import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import type { PopoverProps } from 'react-aria-components/Popover'
import { TooltipTrigger } from 'react-aria-components/Tooltip'
import { classNames } from './class-names'
import { Kbd } from './kbd'
import { TooltipBubble } from './tooltip'

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & {
  /** Its name for screen readers, and its tooltip. */
  label: string
  /** Shown in the tooltip only: `['Mod', 'K']`. */
  shortcut?: string[]
  placement?: PopoverProps['placement']
  size?: 'small' | 'medium'
  /** Draws it as switched on, for toggles. Pass `aria-pressed` yourself. */
  isOn?: boolean
  className?: string
  children: ReactNode
}

/** A square button with a picture, a name and a tooltip. At least 28 px, 40 px on touch. */
export function IconButton(props: IconButtonProps) {
  const { label, shortcut, placement, size = 'medium', isOn, className, children, ...rest } = props
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(
          'inline-flex shrink-0 cursor-pointer items-center justify-center rounded-md transition-colors duration-100',
          'data-disabled:cursor-not-allowed data-disabled:opacity-40 data-hovered:bg-hover data-pressed:bg-pressed',
          isOn ? 'bg-accent-soft text-accent' : 'text-ink-faint data-hovered:text-ink',
          size === 'small' ? 'size-7 pointer-coarse:size-9' : 'size-8 pointer-coarse:size-10',
          className,
        )}
      >
        {children}
      </AriaButton>
      <TooltipBubble placement={placement}>
        {label}
        {shortcut && <Kbd keys={shortcut} onDark />}
      </TooltipBubble>
    </TooltipTrigger>
  )
}
