import { type InboxKind, inboxKinds } from '@atelier/shared/inbox/inbox'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Dialog } from '../ui/dialog'
import { useRefusalText } from '../ui/refusal-text'
import { SkeletonLines } from '../ui/skeleton'
import { Switch } from '../ui/switch'
import { useInboxSettings, useSaveInboxSettings } from './inbox-records'

/** Of which kinds somebody wants to be told. */
export function InboxSettingsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('inbox')
  const { data, error } = useInboxSettings()
  const refusalText = useRefusalText()
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('settings.title')}
      description={t('settings.why')}
    >
      {!data && !error && <SkeletonLines lines={6} />}
      {!data && error && (
        <Banner tone="warning">
          {error.code === 'unreachable' ? t('settings.offline') : refusalText(error)}
        </Banner>
      )}
      {data && <Kinds off={data.off} />}
    </Dialog>
  )
}

const explained = ['mentioned', 'card-changed']

function Kinds({ off }: { off: readonly InboxKind[] }) {
  const { t } = useTranslation('inbox')
  const id = useId()
  const { mutate: save } = useSaveInboxSettings()
  const change = (kind: InboxKind, wanted: boolean) =>
    save({ off: [...off.filter((one) => one !== kind), ...(wanted ? [] : [kind])] })
  return (
    <ul className="grid gap-1">
      {inboxKinds.map((kind) => (
        <li key={kind}>
          <Switch
            isSelected={!off.includes(kind)}
            onChange={(wanted) => change(kind, wanted)}
            aria-describedby={explained.includes(kind) ? `${id}${kind}` : undefined}
          >
            {t(`settings.kinds.${kind}`)}
          </Switch>
          {explained.includes(kind) && (
            <p id={`${id}${kind}`} className="ms-11 mb-1 text-ink-faint text-sm">
              {t(`settings.more.${kind}`)}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
