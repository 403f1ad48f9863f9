import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorPage } from './door-page'
import type { ShutBecause } from './door-state'

type Props = { because: ShutBecause; title?: string; controls: ReactNode; action?: ReactNode }

/** Why one does not come in, and what to do about it. */
export function ShutDoor({ because, title, controls, action }: Props) {
  const { t } = useTranslation('workshops')
  return (
    <DoorPage title={t(`shut.${because}.title`)} above={title} controls={controls}>
      <div role="status">
        <p className="text-ink-soft text-lg text-pretty">{t(`shut.${because}.words`)}</p>
      </div>
      {action && <div className="mt-6">{action}</div>}
    </DoorPage>
  )
}
