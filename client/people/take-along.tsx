import { journalFormats } from '@atelier/shared/journals/export-contract'
import { recordFormats } from '@atelier/shared/training/record'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTrainingRecords } from '../training/training-records'
import { buttonClass } from '../ui/button'

/** What is one's own, in any form, before it is gone: the journal, and the record one keeps as an apprentice. */
export function TakeAlong() {
  const { t } = useTranslation('leaving')
  const { data: records = [] } = useTrainingRecords()
  const own = records.filter(({ role, isAsked }) => role === 'apprentice' && !isAsked)
  return (
    <div className="space-y-4 rounded-lg bg-sunken p-4">
      <Files
        title={t('take.title')}
        words={t('take.words')}
        formats={journalFormats}
        addressOf={(format) => `/api/journals/export?format=${format}`}
      />
      {own.map(({ id, planTitle }) => (
        <Files
          key={id}
          title={t('take.training', { plan: planTitle })}
          words={t('take.trainingWords')}
          formats={recordFormats}
          addressOf={(format) => `/api/training/records/${id}/export?format=${format}`}
        />
      ))}
    </div>
  )
}

type Format = (typeof journalFormats)[number]

function Files<Known extends Format>(props: {
  title: string
  words: string
  formats: readonly Known[]
  addressOf: (format: Known) => string
}) {
  const { t } = useTranslation('leaving')
  return (
    <section aria-label={props.title}>
      <h3 className="wrap-anywhere font-medium text-sm">{props.title}</h3>
      <p className="mt-1 text-ink-soft text-sm text-pretty">{props.words}</p>
      <ul className="mt-3 flex flex-wrap gap-2">
        {props.formats.map((format) => (
          <li key={format}>
            <a
              href={props.addressOf(format)}
              download
              className={buttonClass('secondary', 'small')}
            >
              <Download aria-hidden size={14} />
              {t(`take.formats.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
