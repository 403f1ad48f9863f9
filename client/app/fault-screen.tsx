import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../api/request-failed'
import { NotFound } from '../shell/not-found'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'

/** What is left when a screen breaks: a sentence, and two ways on. */
export function FaultScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const refusalText = useRefusalText()
  const router = useRouter()
  useEffect(() => console.error(error), [error])
  if (codeOf(error) === 'not-found') return <NotFound />
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="flex min-h-[70dvh] items-center">
      <EmptyState
        scene="lost"
        level={1}
        title={t('fault.title')}
        action={
          <>
            <Button tone="primary" onPress={again}>
              {t('fault.again')}
            </Button>
            <Button onPress={() => window.location.reload()}>{t('fault.reload')}</Button>
          </>
        }
      >
        {refusalText(error)}
      </EmptyState>
    </div>
  )
}
