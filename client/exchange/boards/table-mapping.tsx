import {
  type BoardPlan,
  dateOrders,
  type FoundTable,
  type Separator,
  separators,
  type TableField,
  tableFields,
} from '@atelier/shared/exchange/board-import'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../../ui/select'

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

/** What decides what is shown beside it: columns, and who is named. */
const lookedAtAgain: readonly TableField[] = [
  ...(['assignees', 'column', 'archived', 'start', 'due', 'created', 'comment'] as const),
]

type Props = {
  table: FoundTable
  plan: BoardPlan
  onChange(plan: BoardPlan): void
  onLookAgain(plan: BoardPlan): void
}

/** What each column of a table becomes, with the first of what stands in it. */
export function TableMapping({ table, plan, onChange, onLookAgain }: Props) {
  const { t } = useTranslation('board-exchange')
  const title = useId()
  const fields = plan.fields ?? []
  const choose = (place: number, field: TableField) => {
    const next = { ...plan, fields: fields.map((was, nth) => (nth === place ? field : was)) }
    const touched = [field, fields[place]]
    if (lookedAtAgain.some((one) => touched.includes(one))) onLookAgain(next)
    else onChange(next)
  }
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <div>
        <h3 id={title} className="font-medium">
          {t('table.title')}
        </h3>
        <p className="text-ink-soft text-sm">{t('table.intro')}</p>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select<Separator>
          label={t('table.separator')}
          value={table.separator}
          onChange={(separator) => onLookAgain({ people: plan.people, separator })}
        >
          {separators.map((separator) => (
            <Option key={separator} id={separator}>
              {t(`separator.${separatorNames[separator]}`)}
            </Option>
          ))}
        </Select>
        {table.dates && (
          <Select
            label={t('table.dates')}
            value={plan.dates ?? table.dates}
            onChange={(dates) => onChange({ ...plan, dates })}
          >
            {dateOrders.map((order) => (
              <Option key={order} id={order}>
                {t(`dates.${order}`)}
              </Option>
            ))}
          </Select>
        )}
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {table.columns.map(({ name, samples }, place) => (
          <FieldRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={place}
            name={name || t('table.unnamed', { number: place + 1 })}
            samples={samples}
            field={fields[place] ?? 'none'}
            onChange={(field) => choose(place, field)}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  name: string
  samples: readonly string[]
  field: TableField
  onChange(field: TableField): void
}

function FieldRow({ name, samples, field, onChange }: RowProps) {
  const { t } = useTranslation('board-exchange')
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="min-w-0">
        <p className="truncate font-medium text-sm" dir="auto">
          {name}
        </p>
        <p className="truncate text-ink-faint text-sm" dir="auto">
          {samples.length > 0 ? samples.join(' · ') : t('table.empty')}
        </p>
      </div>
      <Select label={t('table.field', { name })} hideLabel value={field} onChange={onChange}>
        {tableFields.map((one) => (
          <Option key={one} id={one}>
            {t(`field.${one}`)}
          </Option>
        ))}
      </Select>
    </li>
  )
}
