import { type ReactNode, useId } from 'react'

/** A part of the page under its heading, with what one may do there beside it. */
export function Section(props: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="mb-3 flex min-h-8 items-center gap-3">
        <h2 id={id} className="min-w-0 flex-1 font-semibold text-lg">
          {props.title}
        </h2>
        {props.action}
      </div>
      {props.children}
    </section>
  )
}

/** Nothing there yet, and what it is for. */
export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="max-w-prose text-ink-faint text-pretty">{children}</p>
)
