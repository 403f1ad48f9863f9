import type { Section, SectionPast } from '@atelier/shared/journals/journal'
import type { ReactNode } from 'react'
import { Banner } from '../ui/banner'
import { Dialog, DialogFoot } from '../ui/dialog'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'
import { usePast } from './journal-records'
import { PastList } from './past-list'

type Props = {
  entryId: string
  section: Section
  title: string
  description: string
  onClose: () => void
  /** Below who has had it, once that is known. */
  more: (past: SectionPast) => ReactNode
  /** Its buttons. */
  children: ReactNode
}

/** A window that says who has had a section before them: only looked at, or before it is taken back. */
export function PastWindow({ entryId, section, title, description, onClose, ...props }: Props) {
  const refusalText = useRefusalText()
  const { data, error } = usePast(entryId, section.id)
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} {...{ title, description }}>
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && (
        <Loading>
          <SkeletonLines lines={2} />
        </Loading>
      )}
      {data && <PastList past={data} />}
      {data && props.more(data)}
      <DialogFoot>{props.children}</DialogFoot>
    </Dialog>
  )
}
