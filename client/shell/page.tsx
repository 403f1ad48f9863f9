import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { Loading, Skeleton, SkeletonLines } from '../ui/skeleton'

const widths = { reading: 'max-w-3xl', wide: 'max-w-6xl' }

/** The width and margins of an ordinary screen. What is only read out stands in it, and scrolls with it. */
export const Page = (props: {
  width?: keyof typeof widths
  children: ReactNode
  className?: string
}) => (
  <div
    className={classNames(
      'relative mx-auto w-full px-5 pt-8 pb-24 sm:px-8 lg:px-12 lg:pt-12',
      widths[props.width ?? 'wide'],
      props.className,
    )}
  >
    {props.children}
  </div>
)

export const PageSkeleton = () => (
  <Page>
    <Loading>
      <Skeleton className="mb-8 h-9 w-64 max-w-full" />
      <SkeletonLines lines={5} />
    </Loading>
  </Page>
)
