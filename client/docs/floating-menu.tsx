import { Menu, type MenuProps } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { floatClass } from '../ui/popover'

type Props<T extends object> = Omit<MenuProps<T>, 'className'> & {
  label: string
  beside: Element
  onClose: () => void
}

/** A menu beside something that is no button of React's. */
export function FloatingMenu<T extends object>({ label, beside, onClose, ...menu }: Props<T>) {
  return (
    <Popover
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={{ current: beside }}
      placement="bottom start"
      offset={4}
      className={floatClass}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        {...menu}
        className="min-w-48 p-1 outline-none"
      />
    </Popover>
  )
}
