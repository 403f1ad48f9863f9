import type { Me } from '@atelier/shared/people/session'
import type { Doorplate } from '@atelier/shared/workshops/workshop'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestFailed } from '../../api/request-failed'
import { useFormRequest } from '../../api/use-form-request'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { FormFrame } from '../../ui/form-frame'
import { TextField } from '../../ui/text-field'
import { joinWorkshop } from '../workshop-records'
import { keepNickname, lastNickname } from './known-codes'

type Props = { code: string; door: Doorplate; me: Me | null }

const lettersOfName = 40

/** A name, and in. Who is signed in comes in as who they are. */
export function DoorForm({ code, door, me }: Props) {
  const { t } = useTranslation('workshops')
  const [nickname, setNickname] = useState(lastNickname)
  const name = me ? me.name.slice(0, lettersOfName) : nickname.trim()
  const form = useFormRequest(() => joinWorkshop({ code, nickname: name }), {
    renews: [['workshop', door.id]],
    waits: true,
    done: () => {
      if (!me) keepNickname(name)
    },
  })
  const isRefused = form.error instanceof RequestFailed && form.error.code === 'forbidden'
  return (
    <FormFrame
      onSubmit={() => form.send(undefined)}
      fault={isRefused ? t('enter.refused') : form.fault}
      errors={form.errors}
    >
      {me ? (
        <p className="flex items-center gap-3">
          <Avatar name={me.name} colour={me.colour} />
          <span className="min-w-0 flex-1">{t('enter.as', { name: me.name })}</span>
        </p>
      ) : (
        <TextField
          label={t('enter.nickname')}
          description={t('enter.nicknameHint')}
          autoComplete="nickname"
          value={nickname}
          onChange={setNickname}
          error={form.errors.nickname}
          maxLength={lettersOfName}
          isRequired
          autoFocus
        />
      )}
      <Button
        tone="primary"
        size="large"
        type="submit"
        isPending={form.isPending}
        className="w-full"
      >
        {t(door.lobby ? 'enter.knock' : 'enter.action')}
      </Button>
      <p role="status" className="text-ink-soft text-pretty empty:hidden">
        {form.isPending && form.tries > 0 && t('enter.busy')}
      </p>
      <p className="text-ink-faint text-sm text-pretty">
        {t(door.lobby ? 'enter.lobbyHint' : me ? 'enter.memberHint' : 'enter.guestHint')}
      </p>
    </FormFrame>
  )
}
