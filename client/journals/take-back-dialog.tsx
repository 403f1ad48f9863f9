import type { Section } from '@atelier/shared/journals/journal'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { PastWindow } from './past-window'

/** Before a section is taken back: what that does, and what it cannot do. */
export function TakeBackDialog(props: {
  entryId: string
  section: Section
  isPending: boolean
  onTakeBack: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('journals')
  const { isPending, onTakeBack, ...of } = props
  return (
    <PastWindow
      {...of}
      title={t('takeBack.title')}
      description={t('takeBack.words')}
      more={({ readers }) =>
        readers.length > 0 && <p className="mt-3 text-ink-soft text-sm">{t('takeBack.remains')}</p>
      }
    >
      <Button tone="quiet" onPress={props.onClose}>
        {t('takeBack.keep')}
      </Button>
      <Button tone="primary" autoFocus isPending={isPending} onPress={onTakeBack}>
        {t('takeBack.do')}
      </Button>
    </PastWindow>
  )
}
