import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Loading, Skeleton, SkeletonLines } from '../ui/skeleton'

/** The shape of a doc, until it is here. */
export function DocSkeleton({ unreachable }: { unreachable: boolean }) {
  const { t } = useTranslation('sync')
  return (
    <div className="doc-screen">
      <div className="doc-sheet">
        {unreachable && <Banner tone="warning">{t('unreachable')}</Banner>}
        <Loading className="doc-loading">
          <Skeleton className="mb-9 h-10 w-3/5" />
          <SkeletonLines lines={4} />
          <Skeleton className="mt-9 mb-5 h-6 w-2/5" />
          <SkeletonLines lines={5} />
        </Loading>
      </div>
    </div>
  )
}
