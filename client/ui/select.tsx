import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem, type ListBoxItemProps } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from './class-names'
import { FieldFoot, FieldLabel, type FieldProps, inputClass } from './field'
import { itemClass } from './menu'
import { floatClass } from './popover'

export type SelectProps<V extends string> = FieldProps & {
  value: V | null
  onChange: (value: V) => void
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
  /** `quiet` draws no frame until hovered, for tables and headers. */
  look?: 'field' | 'quiet'
  /** `<Option id="…">…</Option>` */
  children: ReactNode
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hideLabel, description, error, className, look = 'field', children } = props
  return (
    <AriaSelect
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as V)}
      placeholder={props.placeholder}
      isDisabled={props.isDisabled}
      autoFocus={props.autoFocus}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={classNames('block min-w-0 outline-none', className)}
    >
      <FieldLabel label={label} hidden={hideLabel} />
      <Button
        className={classNames(
          'flex cursor-pointer items-center gap-2 text-start data-disabled:cursor-not-allowed',
          look === 'field'
            ? classNames(inputClass, 'h-10')
            : 'h-8 rounded-md px-2 text-ink-soft text-sm data-hovered:bg-hover data-disabled:opacity-60',
        )}
      >
        <SelectValue className="flex min-w-0 flex-1 items-center gap-2 truncate data-placeholder:text-ink-faint" />
        <ChevronDown size={15} aria-hidden className="shrink-0 text-ink-faint" />
      </Button>
      <FieldFoot description={description} error={error} />
      <Popover offset={6} className={classNames(floatClass, 'min-w-(--trigger-width)')}>
        <ListBox className="max-h-72 overflow-auto p-1 outline-none">{children}</ListBox>
      </Popover>
    </AriaSelect>
  )
}

export type OptionProps = Omit<ListBoxItemProps, 'className' | 'children'> & {
  icon?: ReactNode
  /** A quieter second line. */
  hint?: ReactNode
  children: string
}

/** A choice of Select or ComboBox. */
export function Option({ icon, hint, children, ...rest }: OptionProps) {
  return (
    <ListBoxItem textValue={children} {...rest} className={itemClass}>
      {({ isSelected }) => (
        <>
          {icon}
          <span className="min-w-0 flex-1">
            <span className="block truncate">{children}</span>
            {hint && (
              <span className="block max-w-72 text-ink-faint text-xs in-[button]:hidden">
                {hint}
              </span>
            )}
          </span>
          <Check
            size={15}
            aria-hidden
            className={classNames('in-[button]:hidden', isSelected ? 'text-accent' : 'invisible')}
          />
        </>
      )}
    </ListBoxItem>
  )
}
