import type { DocCard } from '@atelier/shared/projects/project'
import { Link } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { AvatarStack } from '../ui/avatar'
import { LiveDot } from '../ui/badge'

export function DocRow({ doc }: { doc: DocCard }) {
  const { t } = useTranslation('projects')
  const { ago } = useFormat()
  return (
    <li className="-mx-3 relative flex gap-3.5 rounded-lg px-3 py-3 transition-colors duration-100 hover:bg-hover has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus">
      <FileText size={18} aria-hidden className="mt-0.75 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">
          <Link
            to="/docs/$docId"
            params={{ docId: doc.id }}
            className="outline-none after:absolute after:inset-0"
          >
            {doc.title || t('untitled.doc')}
          </Link>
        </h3>
        {doc.excerpt && <p className="line-clamp-2 text-ink-soft text-sm">{doc.excerpt}</p>}
        <p className="mt-0.5 text-ink-faint text-xs">
          {t('changed', { when: ago(doc.changedAt) })}
        </p>
      </div>
      {doc.here.length > 0 && (
        <span className="relative flex items-center gap-1.5 self-start">
          <LiveDot />
          <AvatarStack people={doc.here} max={3} label={t('hereNow')} />
        </span>
      )}
    </li>
  )
}
