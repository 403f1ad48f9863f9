import type { Agreement } from '@atelier/shared/mentorships/mentorship'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'

/** An agreement as it is read; what it says nothing of is left out. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const { goals, rhythm, confidentiality, endsOn } = agreement
  return (
    <dl className="space-y-3 text-sm">
      {goals.length > 0 && (
        <Term title={t('agreement.goals')}>
          <ul className="list-disc space-y-1 ps-4 marker:text-ink-faint">
            {goals.map((goal, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes
              <li key={at} dir="auto">
                {goal}
              </li>
            ))}
          </ul>
        </Term>
      )}
      {rhythm && <Term title={t('agreement.rhythm')}>{rhythm}</Term>}
      {confidentiality && <Term title={t('agreement.confidentiality')}>{confidentiality}</Term>}
      {endsOn && <Term title={t('agreement.endsOn')}>{day(endsOn)}</Term>}
    </dl>
  )
}

const Term = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt className="text-ink-faint text-xs">{title}</dt>
    <dd className="mt-0.5 whitespace-pre-wrap text-pretty wrap-anywhere">{children}</dd>
  </div>
)
