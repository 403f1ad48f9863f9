import type { PlanItem } from '@atelier/shared/training/plan'
import { longestActivity } from '@atelier/shared/training/week-form'
import { ListPlus, X } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { TextField } from '../ui/text-field'
import { HoursField } from './hours-field'
import type { WrittenActivity } from './written-week'

type Props = {
  nth: number
  row: WrittenActivity
  items: readonly PlanItem[]
  /** Whether it was added just now. */
  isNew: boolean
  onChange(change: Partial<Omit<WrittenActivity, 'id'>>): void
  onRemove(): void
}

/** One activity of a week: what, how long, and what of the plan it was. */
export function ActivityFields({ nth, row, items, isNew, onChange, onRemove }: Props) {
  const { t } = useTranslation('training')
  const name = t('week.activity', { nth })
  return (
    <div className="rounded-lg border border-line p-3">
      <div className="flex items-start gap-2">
        <TextField
          hideLabel
          label={name}
          placeholder={name}
          value={row.words}
          onChange={(words) => onChange({ words })}
          maxLength={longestActivity}
          autoFocus={isNew}
          className="min-w-0 flex-1"
        />
        <IconButton label={t('week.remove', { nth })} onPress={onRemove} className="size-10">
          <X size={17} />
        </IconButton>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <HoursField nth={nth} row={row} onChange={onChange} />
        <PlanItems row={row} items={items} name={name} onChange={onChange} />
      </div>
    </div>
  )
}

function PlanItems(props: Pick<Props, 'row' | 'items' | 'onChange'> & { name: string }) {
  const { row, items, name, onChange } = props
  const { t } = useTranslation('training')
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <MenuTrigger>
        <Button
          size="small"
          icon={<ListPlus aria-hidden size={15} />}
          aria-label={`${t('week.items')}, ${name}`}
        >
          {t('week.items')}
        </Button>
        <Menu
          selectionMode="multiple"
          selectedKeys={row.items}
          onSelectionChange={(keys) =>
            onChange({
              items: items
                .map(({ code }) => code)
                .filter((code) => keys === 'all' || keys.has(code))
                .slice(0, 20),
            })
          }
        >
          {items.map(({ code, title }) => (
            <MenuItem key={code} id={code} textValue={`${code} ${title}`}>
              {code} {title}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {row.items.map((code) => (
        <span key={code} className="rounded-full bg-hover px-2 py-0.5 text-ink-soft text-xs">
          {code} {items.find((one) => one.code === code)?.title}
        </span>
      ))}
    </div>
  )
}
