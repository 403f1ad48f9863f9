import type { SignedInDevice } from '@atelier/shared/people/session'
import { Laptop, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useDevices } from '../api/people-records'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { CalendarFeeds } from './calendar-feeds'
import { describeDevice } from './describe-device'
import { Rows } from './rows'
import { SettingsTitle } from './settings-title'
import { useSignOut } from './use-sign-out'

/** Where one is signed in, and how to end that. */
export function SessionsScreen() {
  const { t } = useTranslation('people')
  const { data, error } = useDevices()
  const signOut = useSignOut()
  return (
    <>
      <SettingsTitle
        page="sessions"
        intro={t('devices.intro')}
        action={
          <Button tone="danger" onPress={() => void signOut('everywhere')}>
            {t('devices.everywhere')}
          </Button>
        }
      />
      <Rows label={t('devices.list')} rows={data} error={error}>
        {(device) => <Device key={device.id} device={device} />}
      </Rows>
      <CalendarFeeds />
    </>
  )
}

function Device({ device }: { device: SignedInDevice }) {
  const { t } = useTranslation('people')
  const { ago } = useFormat()
  const { browser, system, isPhone } = describeDevice(device.device)
  const end = useChange((id: string) => ask(api.me.sessions[':id'].$delete({ param: { id } })), {
    renews: [['devices']],
  })
  const Icon = isPhone ? Smartphone : Laptop
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <Icon size={20} aria-hidden className="text-ink-faint" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {browser && system ? t('devices.name', { browser, system }) : t('devices.unknown')}
          {device.current && <Badge tone="accent">{t('devices.current')}</Badge>}
        </p>
        <p className="text-ink-faint text-sm">
          {t('devices.since', { when: ago(device.createdAt) })}
        </p>
      </div>
      {!device.current && (
        <Button size="small" isPending={end.isPending} onPress={() => end.mutate(device.id)}>
          {t('devices.end')}
        </Button>
      )}
    </li>
  )
}
