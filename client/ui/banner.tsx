import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

const looks = {
  info: { class: 'bg-accent-soft text-ink', icon: <Info size={17} className="text-accent" /> },
  warning: {
    class: 'bg-warning-soft text-ink',
    icon: <TriangleAlert size={17} className="text-warning" />,
  },
  danger: {
    class: 'bg-danger-soft text-ink',
    icon: <CircleAlert size={17} className="text-danger" />,
  },
}

/** A sentence across the top of a view, with what to do about it. Danger is announced at once. */
export function Banner(props: {
  tone?: keyof typeof looks
  children: ReactNode
  action?: ReactNode
}) {
  const look = looks[props.tone ?? 'info']
  return (
    <div
      role={props.tone === 'danger' ? 'alert' : 'status'}
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3.5 py-2.5 text-sm',
        look.class,
      )}
    >
      <span aria-hidden className="shrink-0">
        {look.icon}
      </span>
      <div className="min-w-0 flex-1 basis-48">{props.children}</div>
      {props.action}
    </div>
  )
}
