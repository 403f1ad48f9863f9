import type { ReactNode } from 'react'

/** What readers see in place of a control; nothing if there is nothing to see. */
export function CardFact({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false)
    return null
  return (
    <div className="board-field">
      <span className="board-field-label">{label}</span>
      <span dir="auto">{children}</span>
    </div>
  )
}
