import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names'
import { FieldFoot, FieldLabel, type FieldProps, inputClass } from './field'
import { floatClass } from './popover'

export type ComboBoxProps = FieldProps & {
  /** The chosen option's id. */
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
  /** Shown when nothing fits what was typed. */
  nothing: ReactNode
  /** `<Option id="…">…</Option>` of select.tsx */
  children: ReactNode
}

/** A Select one can type in, for long lists. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hideLabel, description, error, className } = props
  return (
    <AriaComboBox
      selectedKey={props.value}
      onSelectionChange={(key) => props.onChange(key === null ? null : String(key))}
      isDisabled={props.isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={classNames('block min-w-0', className)}
    >
      <FieldLabel label={label} hidden={hideLabel} />
      <div className="relative">
        <Input
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          className={classNames(inputClass, 'h-10 pe-9')}
        />
        <Button className="absolute inset-y-0 end-0 flex w-9 cursor-pointer items-center justify-center text-ink-faint">
          <ChevronsUpDown size={15} aria-hidden />
        </Button>
      </div>
      <FieldFoot description={description} error={error} />
      <Popover offset={6} className={classNames(floatClass, 'w-(--trigger-width)')}>
        <ListBox
          className="max-h-72 overflow-auto p-1 outline-none"
          renderEmptyState={() => (
            <p className="px-2.5 py-2 text-ink-faint text-sm">{props.nothing}</p>
          )}
        >
          {props.children}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
