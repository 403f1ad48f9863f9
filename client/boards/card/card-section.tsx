import type { ReactNode } from 'react'

type Props = {
  title: string
  /** Behind the title: how far it is, or what one does with all of it. */
  tools?: ReactNode
  className?: string
  children: ReactNode
}

/** One part of a card in the main column of its window, under a heading of its own. */
export function CardSection({ title, tools, className, children }: Props) {
  return (
    <section className={`card-section ${className ?? ''}`} aria-label={title}>
      <header className="card-section-head">
        <h3>{title}</h3>
        {tools}
      </header>
      {children}
    </section>
  )
}
