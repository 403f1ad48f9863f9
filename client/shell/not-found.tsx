import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useShellTitle } from './shell-header'

/** The same for what never was and for what one may not see. */
export function NotFound() {
  const { t } = useTranslation('shell')
  useShellTitle(t('notFound.title'))
  return (
    <div className="flex min-h-[70dvh] items-center">
      <EmptyState
        scene="lost"
        level={1}
        title={t('notFound.title')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t('notFound.home')}
          </Link>
        }
      >
        {t('notFound.words')}
      </EmptyState>
    </div>
  )
}

/** An address outside of the shell. */
export const LostOutside = () => (
  <main>
    <NotFound />
  </main>
)
