import type { ReactElement, ReactNode } from 'react'
import type { PopoverProps } from 'react-aria-components/Popover'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

/** Says more about a focusable child (a Button, a Link) on hover and on focus. */
export function Tooltip(props: {
  content: ReactNode
  children: ReactElement
  placement?: PopoverProps['placement']
  delayMs?: number
}) {
  return (
    <TooltipTrigger delay={props.delayMs ?? 500} closeDelay={80}>
      {props.children}
      <TooltipBubble placement={props.placement}>{props.content}</TooltipBubble>
    </TooltipTrigger>
  )
}

export function TooltipBubble(props: {
  children: ReactNode
  placement?: PopoverProps['placement']
}) {
  return (
    <AriaTooltip
      offset={6}
      placement={props.placement ?? 'bottom'}
      className="fade-in z-50 flex max-w-64 items-center gap-2 rounded-sm bg-inverse px-2 py-1 text-on-inverse text-xs"
    >
      {props.children}
    </AriaTooltip>
  )
}
