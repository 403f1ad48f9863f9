import type { LibraryDoc } from '@atelier/shared/docs/doc-lists'
import { Link } from '@tanstack/react-router'
import { FileText, LayoutTemplate } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Badge } from '../ui/badge'
import { Banner } from '../ui/banner'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { libraryDocsAbout } from './library-docs-about'
import { useLibrary } from './my-docs'

const everywhere = 'everywhere'

/** What projects share with the whole workspace. */
export function LibraryScreen() {
  const { t } = useTranslation('organise')
  const { data, error } = useLibrary()
  const refusalText = useRefusalText()
  const [words, setWords] = useState('')
  const [department, setDepartment] = useState<string>(everywhere)
  useShellTitle(t('library.title'))
  if (error && !data) {
    return (
      <Page>
        <Banner tone="danger">{refusalText(error)}</Banner>
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  const departments = [...new Set(data.flatMap((doc) => doc.departments))].sort()
  const shown = libraryDocsAbout(data, words, department === everywhere ? null : department)
  return (
    <Page width="reading">
      <h1 className="font-semibold text-2xl">{t('library.title')}</h1>
      <p className="mt-1 mb-6 text-ink-soft">{t('library.words')}</p>
      {data.length === 0 ? (
        <EmptyState scene="doc" title={t('library.empty')}>
          {t('library.emptyWords')}
        </EmptyState>
      ) : (
        <>
          <div className="mb-5 grid gap-3 sm:grid-cols-[1fr_14rem]">
            <TextField
              label={t('library.search')}
              placeholder={t('library.searchExample')}
              type="search"
              value={words}
              onChange={setWords}
            />
            {departments.length > 0 && (
              <Select label={t('library.department')} value={department} onChange={setDepartment}>
                <Option id={everywhere}>{t('library.everywhere')}</Option>
                {departments.map((name) => (
                  <Option key={name} id={name}>
                    {name}
                  </Option>
                ))}
              </Select>
            )}
          </div>
          <p role="status" className="mb-1 text-ink-faint text-sm">
            {t('library.found', { count: shown.length })}
          </p>
          <ul aria-label={t('library.title')}>
            {shown.map((doc) => (
              <LibraryRow key={doc.id} doc={doc} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function LibraryRow({ doc }: { doc: LibraryDoc }) {
  const { t } = useTranslation('organise')
  const { ago } = useFormat()
  const Icon = doc.template ? LayoutTemplate : FileText
  return (
    <li className="-mx-3 relative flex gap-3.5 rounded-lg px-3 py-3 transition-colors duration-100 hover:bg-hover has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus">
      <Icon size={18} aria-hidden className="mt-0.75 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-2 font-medium">
          <Link
            to="/docs/$docId"
            params={{ docId: doc.id }}
            className="outline-none after:absolute after:inset-0"
          >
            {doc.title || t('untitled')}
          </Link>
          {doc.template && <Badge>{t('templates.badge')}</Badge>}
        </h2>
        {doc.excerpt && <p className="line-clamp-2 text-ink-soft text-sm">{doc.excerpt}</p>}
        <p className="mt-0.5 text-ink-faint text-xs">
          {[doc.project?.title, ...doc.departments, ago(doc.changedAt)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  )
}
