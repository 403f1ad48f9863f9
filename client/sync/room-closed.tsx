import { useTranslation } from 'react-i18next'
import { NotFound } from '../shell/not-found'
import { Button, buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { RefusedBanner } from './refused-banner'
import type { RoomState } from './room'

/** A room that will not open again by itself: why, what becomes of unstored words, and the next step. */
export function RoomClosed({ state }: { state: Extract<RoomState, { kind: 'closed' }> }) {
  const { t } = useTranslation('sync')
  const words = wordsFor(state.reason)
  if (words === 'noAccess' && !state.refused) return <NotFound />
  return (
    <>
      <div className="mx-auto w-full max-w-3xl px-4 pt-6">
        <RefusedBanner state={state} />
      </div>
      <EmptyState
        scene={words === 'noAccess' ? 'lost' : 'link'}
        level={1}
        title={t(`closed.${words}.title`)}
        action={<NextStep words={words} />}
      >
        {t(`closed.${words}.text`)}{' '}
        {state.changes > 0 &&
          t(state.onDevice ? 'closed.kept' : 'closed.unkept', { count: state.changes })}
      </EmptyState>
    </>
  )
}

type Words = 'noAccess' | 'signedOut' | 'reload' | 'other'

const wordsFor = (reason: string): Words =>
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
