import { readCode, showCode } from '@atelier/shared/workshops/workshop'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { DoorPage } from './door-page'

/** For whoever was told a code and not a link. */
export function CodeScreen({ controls }: { controls: ReactNode }) {
  const { t } = useTranslation('workshops')
  return (
    <DoorPage title={t('code.title')} controls={controls}>
      <CodeForm />
    </DoorPage>
  )
}

export function CodeForm() {
  const { t } = useTranslation('workshops')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = readCode(typed)
    setWrong(code === null)
    if (code) void navigate({ to: '/w/$code', params: { code: showCode(code) } })
  }
  return (
    <form onSubmit={submit} className="grid gap-5">
      <TextField
        label={t('code.label')}
        description={t('code.hint')}
        value={typed}
        onChange={setTyped}
        error={isWrong ? t('code.wrong') : undefined}
        maxLength={20}
        autoComplete="off"
        spellCheck="false"
        autoFocus
      />
      <Button tone="primary" size="large" type="submit" className="w-full">
        {t('code.action')}
      </Button>
    </form>
  )
}
