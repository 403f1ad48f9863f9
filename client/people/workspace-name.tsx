import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../access/session'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'

export function WorkspaceName() {
  const { t } = useTranslation('people')
  const { workspace } = useSignedIn()
  const [name, setName] = useState(workspace.name)
  const form = useFormRequest(
    (wish: string) => ask(api.workspace.$patch({ json: { name: wish } })),
    {
      renews: [['session']],
      done: () => void toast({ text: t('workspace.saved') }),
    },
  )
  return (
    <FormFrame
      onSubmit={() => form.send(name)}
      fault={form.fault}
      errors={form.errors}
      className="mb-10 max-w-md"
    >
      <div className="flex items-end gap-2">
        <TextField
          label={t('workspace.name')}
          value={name}
          onChange={setName}
          error={form.errors.name}
          maxLength={80}
          isRequired
          className="flex-1"
        />
        <Button
          type="submit"
          isPending={form.isPending}
          isDisabled={name.trim() === workspace.name}
          className="h-10"
        >
          {t('workspace.save')}
        </Button>
      </div>
    </FormFrame>
  )
}
