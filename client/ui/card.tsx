import type { ReactNode } from 'react'
import { classNames } from './class-names'

export const cardClass = 'rounded-lg border border-line bg-raised [--ground:var(--color-raised)]'

/** A framed group. For a card that opens something put `cardClass` and a stretched link inside. */
export const Card = ({ children, className }: { children: ReactNode; className?: string }) => (
  <section className={classNames(cardClass, 'p-5', className)}>{children}</section>
)
