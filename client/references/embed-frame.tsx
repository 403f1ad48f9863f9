import { Link } from '@tanstack/react-router'
import { ArrowUpRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from './reference-address'
import { routeTo } from './route-to'

/** In place of what cannot be shown. */
export const EmbedNote = (props: { icon: LucideIcon; children: ReactNode }) => (
  <p className="embed-note">
    <props.icon size={16} aria-hidden />
    {props.children}
  </p>
)

/** What it is, where it is from, and the way there. */
export function EmbedHead(props: {
  icon: LucideIcon
  place: Place
  title: string
  /** Beside the title: where it belongs, how many there are. */
  children?: ReactNode
}) {
  const { t } = useTranslation('references')
  return (
    <header className="embed-head">
      <props.icon size={16} aria-hidden />
      <span className="embed-title" dir="auto">
        {props.title}
      </span>
      {props.children}
      <Link {...routeTo(props.place)} className="embed-open" draggable={false}>
        {t('embed.open')}
        <span className="sr-only">{props.title}</span>
        <ArrowUpRight size={14} aria-hidden />
      </Link>
    </header>
  )
}
