import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
} from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { classNames } from './class-names'
import { Kbd } from './kbd'
import { floatClass } from './popover'

export type MenuProps<T extends object> = Omit<AriaMenuProps<T>, 'className'> & {
  placement?: PopoverProps['placement']
}

/**
 * Goes second inside react-aria-components' `MenuTrigger`, after its button:
 * `<MenuTrigger><IconButton …/><Menu onAction={…}><MenuItem id="rename">…</MenuItem></Menu></MenuTrigger>`
 */
export function Menu<T extends object>({ placement = 'bottom start', ...rest }: MenuProps<T>) {
  return (
    <Popover offset={6} placement={placement} className={floatClass}>
      <AriaMenu {...rest} className="min-w-44 p-1 outline-none" />
    </Popover>
  )
}

export const itemClass =
  'flex min-h-8 pointer-coarse:min-h-11 cursor-pointer select-none items-center gap-2.5 rounded-sm px-2.5 py-1 text-sm outline-none data-focused:bg-hover data-disabled:cursor-default data-disabled:opacity-45'

export type MenuItemProps = Omit<AriaMenuItemProps, 'className' | 'children'> & {
  icon?: ReactNode
  shortcut?: string[]
  tone?: 'danger'
  children: ReactNode
}

/** Give `textValue` when children are more than a string. Selected items carry a tick. */
export function MenuItem({ icon, shortcut, tone, children, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={typeof children === 'string' ? children : undefined}
      {...rest}
      className={classNames(itemClass, tone === 'danger' && 'text-danger')}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {icon && <span className="text-ink-faint">{icon}</span>}
          <span className="min-w-0 flex-1">{children}</span>
          {shortcut && (
            // Who has no keyboard there has no room for it either.
            <span className="max-sm:pointer-coarse:hidden">
              <Kbd keys={shortcut} />
            </span>
          )}
          {selectionMode !== 'none' && (
            <Check size={15} aria-hidden className={isSelected ? 'text-accent' : 'invisible'} />
          )}
        </>
      )}
    </AriaMenuItem>
  )
}

/** Items under a small heading. */
export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className="px-2.5 pt-2 pb-1 font-medium text-ink-faint text-xs">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export const MenuSeparator = () => <Separator className="mx-1 my-1 h-px bg-line" />
