import type { Section } from '@atelier/shared/journals/journal'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { PastWindow } from './past-window'

/** For the author alone: for whom a section was when, and who has had it before them. */
export function PastDialog(props: { entryId: string; section: Section; onClose: () => void }) {
  const { t } = useTranslation('journals')
  const { moment } = useFormat()
  return (
    <PastWindow
      {...props}
      title={t('past.title')}
      description={t('past.words')}
      more={({ sharings }) => (
        <ol className="mt-4 space-y-1 text-ink-faint text-sm">
          {sharings.map(({ audience, at }) => (
            <li key={at}>{t(`past.was.${audience}`, { when: moment(at) })}</li>
          ))}
        </ol>
      )}
    >
      <Button onPress={props.onClose}>{t('past.close')}</Button>
    </PastWindow>
  )
}
