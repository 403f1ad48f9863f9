import type { Result } from '@atelier/shared/workshops/result'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormRequest } from '../../api/use-form-request'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { TextArea } from '../../ui/text-area'
import { OwnerSelect } from './owner-select'
import { changeResult, resultsKey } from './result-records'

type Props = { page: Pick<WorkshopPage, 'id'>; result: Result; onClose(): void }

export function EditResult({ page, result, onClose }: Props) {
  const { t } = useTranslation('workshop-results')
  const { id, kind } = result
  const [values, setValues] = useState({
    ...{ words: result.words, ownerId: result.ownerId, due: result.due },
  })
  const form = useFormRequest((json: typeof values) => changeResult(page.id, { id, ...json }), {
    renews: [resultsKey(page.id)],
    done: onClose,
  })
  const isEmpty = values.words.trim() === ''
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t(`${kind}.edit`)}>
      <FormFrame
        onSubmit={() => isEmpty || form.send(values)}
        fault={form.fault}
        errors={form.errors}
      >
        <TextArea
          autoFocus
          label={t(`${kind}.words`)}
          value={values.words}
          onChange={(words) => setValues({ ...values, words })}
          maxLength={500}
          rows={2}
          error={form.errors.words}
        />
        {kind === 'action' && (
          <>
            <OwnerSelect
              page={page}
              value={values.ownerId}
              onChange={(ownerId) => setValues({ ...values, ownerId })}
            />
            <DateField
              label={t('action.due')}
              value={values.due}
              onChange={(due) => setValues({ ...values, due })}
              error={form.errors.due}
            />
          </>
        )}
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('result.cancel')}
          </Button>
          <Button tone="primary" type="submit" isDisabled={isEmpty} isPending={form.isPending}>
            {t('result.save')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
