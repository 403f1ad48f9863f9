import type { DocLink } from '@atelier/shared/docs/doc-lists'
import { Link, useRouterState } from '@tanstack/react-router'
import { FileText, Library, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCanInWorkspace } from '../access/use-can'
import { useMyDocs } from '../projects/my-docs'
import { sideLinkClass } from './side-link'

export function LibraryLink() {
  const { t } = useTranslation('shell')
  const mayRead = useCanInWorkspace('read-library')
  if (!mayRead) return null
  return (
    <Link to="/library" className={sideLinkClass} activeOptions={{ includeSearch: false }}>
      <Library size={16} aria-hidden />
      {t('library')}
    </Link>
  )
}

/** Docs this person has starred, and those others have shared with them from projects they are not in. */
export function SidebarDocs() {
  const { t } = useTranslation('shell')
  const { data } = useMyDocs()
  if (!data) return null
  return (
    <>
      <Docs title={t('favourites')} docs={data.favourites} icon="star" />
      <Docs title={t('shared')} docs={data.shared} icon="doc" />
    </>
  )
}

const icons = { star: Star, doc: FileText }

function Docs(props: { title: string; docs: DocLink[]; icon: keyof typeof icons }) {
  const { t } = useTranslation('projects')
  const path = useRouterState({ select: (state) => state.location.pathname })
  const Icon = icons[props.icon]
  if (props.docs.length === 0) return null
  return (
    <section className="mt-5" aria-label={props.title}>
      <h2 className="px-2.5 pb-1 font-medium text-ink-faint text-xs tracking-normal">
        {props.title}
      </h2>
      <ul>
        {props.docs.map(({ id, title }) => (
          <li key={id}>
            <Link
              to="/docs/$docId"
              params={{ docId: id }}
              className={sideLinkClass}
              aria-current={path === `/docs/${id}` ? 'page' : undefined}
            >
              <Icon size={15} aria-hidden className="shrink-0 text-ink-faint" />
              <span className="min-w-0 flex-1 truncate">{title || t('untitled.doc')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
