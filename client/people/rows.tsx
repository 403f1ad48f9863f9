import type { ReactNode } from 'react'
import { Banner } from '../ui/banner'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, Skeleton } from '../ui/skeleton'

/** A list between lines, while it loads, when it cannot be had, and when it is there. */
export function Rows<T>(props: {
  label: string
  rows: readonly T[] | undefined
  error: Error | null
  /** Instead of nothing. */
  empty?: ReactNode
  children: (row: T) => ReactNode
}) {
  const refusalText = useRefusalText()
  if (!props.rows && props.error) return <Banner tone="danger">{refusalText(props.error)}</Banner>
  if (!props.rows) {
    return (
      <Loading className="divide-y divide-line border-line border-y">
        {['a', 'b', 'c'].map((row) => (
          <div key={row} className="flex items-center gap-4 py-4">
            <Skeleton className="size-8 rounded-full" />
            <Skeleton className="h-4 w-48" />
          </div>
        ))}
      </Loading>
    )
  }
  if (props.rows.length === 0) return props.empty
  return (
    <ul aria-label={props.label} className="divide-y divide-line border-line border-y">
      {props.rows.map(props.children)}
    </ul>
  )
}
