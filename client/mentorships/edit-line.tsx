import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

type Props = {
  label: string
  words: string
  send(words: string): Promise<unknown>
  renews: LiveKey[]
  onClose(): void
}

/** Words in a line of a list, being changed. They stay where sending them fails. */
export function EditLine({ label, words, send, renews, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const [typed, setTyped] = useState(words)
  const save = useChange(send, { renews, done: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') save.mutate(typed.trim())
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-2 py-1">
      <TextField
        autoFocus
        hideLabel
        label={label}
        value={typed}
        onChange={setTyped}
        maxLength={500}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="min-w-0 flex-1 basis-48"
      />
      <Button size="small" tone="primary" type="submit" isPending={save.isPending}>
        {t('save')}
      </Button>
      <Button size="small" tone="quiet" onPress={onClose}>
        {t('cancel')}
      </Button>
    </form>
  )
}
