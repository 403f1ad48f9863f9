import type { Section } from '@atelier/shared/journals/journal'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'
import { usePast } from './journal-records'
import { PastList } from './past-list'

/** For the author alone: for whom a section was when, and who has had it before them. */
export function PastDialog(props: { entryId: string; section: Section; onClose: () => void }) {
  const { t } = useTranslation('journals')
  const { moment } = useFormat()
  const refusalText = useRefusalText()
  const { data, error } = usePast(props.entryId, props.section.id)
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      title={t('past.title')}
      description={t('past.words')}
    >
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && (
        <Loading>
          <SkeletonLines lines={2} />
        </Loading>
      )}
      {data && <PastList past={data} />}
      {data && (
        <ol className="mt-4 space-y-1 text-ink-faint text-sm">
          {data.sharings.map(({ audience, at }) => (
            <li key={at}>{t(`past.was.${audience}`, { when: moment(at) })}</li>
          ))}
        </ol>
      )}
      <DialogFoot>
        <Button onPress={props.onClose}>{t('past.close')}</Button>
      </DialogFoot>
    </Dialog>
  )
}
