import { newUuid } from '@atelier/shared/basics/uuid'
import type { PlanItem, PlanPage } from '@atelier/shared/training/plan'
import { readPlanTable, type TableFault } from '@atelier/shared/training/plan-table'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

const cellOf = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** As it would be pasted. */
const tableOf = (items: readonly PlanItem[]) =>
  items
    .map(({ code, title, guide, unit, year }) =>
      [
        cellOf(code),
        cellOf(title),
        guide === null ? '' : unit === 'weeks' ? `${guide} weeks` : String(guide),
        year === null ? '' : String(year),
      ].join('\t'),
    )
    .join('\n')

/** A plan out of a table, or its next version. Null for a new one. */
export function PlanDialog({ plan, onClose }: { plan: PlanPage | null; onClose(): void }) {
  const { t } = useTranslation('training')
  const [newest] = plan?.versions ?? []
  const [id] = useState(newUuid)
  const [title, setTitle] = useState(newest?.title ?? '')
  const [occupation, setOccupation] = useState(newest?.occupation ?? '')
  const [table, setTable] = useState(() => tableOf(newest?.items ?? []))
  const { items, faults } = readPlanTable(table)
  const request = useFormRequest(
    async () => {
      const contents = { title, occupation, items }
      if (!plan) return ask(api.training.plans.$post({ json: { id, ...contents } }))
      const json = { basedOn: newest?.version ?? 1, ...contents }
      const versions = api.training.plans[':planId'].versions
      return ask(versions.$post({ param: { planId: plan.id }, json }))
    },
    { renews: [['training']], done: onClose },
  )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      width="medium"
      title={t(plan ? 'plan.changeTitle' : 'plan.newTitle')}
    >
      <FormFrame onSubmit={() => request.send()} fault={request.fault} errors={request.errors}>
        <TextField
          label={t('plan.name')}
          value={title}
          onChange={setTitle}
          maxLength={160}
          error={request.errors.title}
          autoFocus
        />
        <TextField
          label={t('plan.occupation')}
          value={occupation}
          onChange={setOccupation}
          maxLength={160}
          error={request.errors.occupation}
        />
        <TextArea
          label={t('plan.table')}
          description={t('plan.tableHint')}
          value={table}
          onChange={setTable}
          rows={8}
          error={request.errors.items}
        />
        <TableCheck items={items.length} faults={faults} />
        <DialogFoot>
          <Button
            type="submit"
            tone="primary"
            isPending={request.isPending}
            isDisabled={items.length === 0 || faults.length > 0 || title.trim() === ''}
          >
            {t('plan.save')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}

const shownFaults = 8

function TableCheck({ items, faults }: { items: number; faults: readonly TableFault[] }) {
  const { t } = useTranslation('training')
  return (
    <div role="status" className="text-sm">
      {items > 0 && <p className="text-ink-soft">{t('plan.found', { count: items })}</p>}
      <ul className="text-danger">
        {faults.slice(0, shownFaults).map(({ line, problem, says }) => (
          <li key={`${line} ${problem}`}>
            <span className="font-medium">{t('plan.line', { line })}</span>{' '}
            {t(`plan.faults.${problem}`)} {says && <span className="text-ink-faint">{says}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
