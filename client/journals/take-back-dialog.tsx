import type { Section } from '@atelier/shared/journals/journal'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'
import { usePast } from './journal-records'
import { PastList } from './past-list'

/** Before a section is taken back: what that does, and what it cannot do. */
export function TakeBackDialog(props: {
  entryId: string
  section: Section
  isPending: boolean
  onTakeBack: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('journals')
  const refusalText = useRefusalText()
  const { data, error } = usePast(props.entryId, props.section.id)
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      title={t('takeBack.title')}
      description={t('takeBack.words')}
    >
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && (
        <Loading>
          <SkeletonLines lines={2} />
        </Loading>
      )}
      {data && <PastList past={data} />}
      {data && data.readers.length > 0 && (
        <p className="mt-3 text-ink-soft text-sm">{t('takeBack.remains')}</p>
      )}
      <DialogFoot>
        <Button tone="quiet" onPress={props.onClose}>
          {t('takeBack.keep')}
        </Button>
        <Button tone="primary" autoFocus isPending={props.isPending} onPress={props.onTakeBack}>
          {t('takeBack.do')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
