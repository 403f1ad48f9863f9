import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'

/** In place; stays open so that several can be written one after the other. */
export function AddDepartment(props: { organisationId: string; organisation: string }) {
  const { t } = useTranslation('people')
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const { organisationId } = props
  const form = useFormRequest(
    (wish: string) => ask(api.departments.$post({ json: { organisationId, name: wish } })),
    { renews: [['organisations']], done: () => setName('') },
  )
  if (!isOpen) {
    return (
      <Button
        tone="quiet"
        size="small"
        icon={<Plus size={15} />}
        onPress={() => setOpen(true)}
        aria-label={t('organisations.addDepartmentTo', { name: props.organisation })}
        className="-ms-2.5 mt-2"
      >
        {t('organisations.addDepartment')}
      </Button>
    )
  }
  return (
    <FormFrame
      onSubmit={() => form.send(name)}
      fault={form.fault}
      errors={form.errors}
      className="mt-3 max-w-md"
    >
      <div className="flex items-start gap-2">
        <TextField
          label={t('organisations.department')}
          hideLabel
          placeholder={t('organisations.department')}
          value={name}
          onChange={setName}
          error={form.errors.name}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
          maxLength={80}
          autoFocus
          className="flex-1"
        />
        <Button type="submit" isPending={form.isPending} className="h-10">
          {t('organisations.add')}
        </Button>
        <Button tone="quiet" onPress={() => setOpen(false)} className="h-10">
          {t('done')}
        </Button>
      </div>
    </FormFrame>
  )
}
