import type { CloseReason } from '@atelier/shared/sync/close-codes'
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/** A room that will not open again by itself: why, and the next step. */
export function RoomClosed({ reason }: { reason: CloseReason }) {
  const { t } = useTranslation('sync')
  const words = wordsFor(reason)
  return (
    <EmptyState
      scene={words === 'noAccess' ? 'lost' : 'link'}
      title={t(`closed.${words}.title`)}
      action={<NextStep words={words} />}
    >
      {t(`closed.${words}.text`)}
    </EmptyState>
  )
}

type Words = 'noAccess' | 'signedOut' | 'reload' | 'other'

const wordsFor = (reason: CloseReason): Words =>
  reason === 'noAccess' || reason === 'signedOut' || reason === 'reload' ? reason : 'other'

function NextStep({ words }: { words: Words }) {
  const { t } = useTranslation('sync')
  if (words === 'noAccess') {
    return (
      <a className={buttonClass('secondary')} href="/">
        {t('closed.home')}
      </a>
    )
  }
  if (words === 'signedOut') {
    return (
      <a className={buttonClass('primary')} href={signInHref()}>
        {t('closed.signedOut.action')}
      </a>
    )
  }
  return (
    <Button tone="primary" onPress={() => window.location.reload()}>
      {t(`closed.${words}.action`)}
    </Button>
  )
}

const signInHref = () => {
  const { pathname, search } = window.location
  return `/sign-in?back=${encodeURIComponent(pathname + search)}`
}
