import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import { classNames } from './class-names'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const tones: Record<ButtonTone, string> = {
  primary:
    'bg-accent text-on-accent data-hovered:bg-accent-hover data-pressed:bg-accent-hover shadow-card',
  secondary:
    'bg-raised text-ink border border-line data-hovered:bg-hover data-pressed:bg-pressed shadow-card',
  quiet: 'text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed',
  danger: 'bg-danger-soft text-danger data-hovered:bg-danger data-hovered:text-canvas',
}
const sizes: Record<ButtonSize, string> = {
  small: 'h-7 px-2.5 text-sm gap-1.5 pointer-coarse:h-9',
  medium: 'h-9 px-3.5 text-sm gap-2',
  large: 'h-11 px-5 text-base gap-2',
}

/** The same face for links that act as buttons. */
export const buttonClass = (tone: ButtonTone = 'secondary', size: ButtonSize = 'medium') =>
  classNames(
    'inline-flex shrink-0 cursor-pointer select-none items-center justify-center rounded-md font-medium whitespace-nowrap',
    'transition-colors duration-100 data-disabled:cursor-not-allowed data-disabled:opacity-50',
    tones[tone],
    sizes[size],
  )

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & {
  tone?: ButtonTone
  size?: ButtonSize
  /** A lucide icon before the words, already sized: `<Plus size={16} />`. */
  icon?: ReactNode
  children: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** `isPending` keeps focus and says "busy" to screen readers. One primary button per view. */
export function Button({ tone, size, icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classNames(
        buttonClass(tone, size),
        'data-pending:cursor-progress data-pending:opacity-70',
        className,
      )}
    >
      {icon}
      {children}
    </AriaButton>
  )
}
