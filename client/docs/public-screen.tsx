import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { codeOf } from '../api/request-failed'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Logo } from '../ui/logo'
import { Loading, Skeleton, SkeletonLines } from '../ui/skeleton'
import { DocText } from './doc-text'
import './doc-layout.css'

/** A doc by a public link, for people who need no account. */
export function PublicScreen() {
  const { token } = useParams({ from: '/public/$token' })
  const { t } = useTranslation('organise')
  const { data, error, refetch } = useQuery({
    queryKey: ['public', token],
    queryFn: (): Promise<DocContent> => ask(api.public[':token'].$get({ param: { token } })),
    retry: false,
  })
  useKeptFromSearch(data?.title || t('untitled'))
  return (
    <main className="min-h-dvh bg-canvas">
      {data && <Sheet content={data} token={token} />}
      {!data && !error && <SheetSkeleton />}
      {!data && error && (
        <div className="flex min-h-dvh items-center">
          {codeOf(error) === 'not-found' ? (
            <EmptyState scene="link" level={1} title={t('public.over')}>
              {t('public.overWords')}
            </EmptyState>
          ) : (
            <EmptyState
              scene="link"
              level={1}
              title={t('public.away')}
              action={<Button onPress={() => void refetch()}>{t('public.again')}</Button>}
            >
              {t('public.awayWords')}
            </EmptyState>
          )}
        </div>
      )}
    </main>
  )
}

function Sheet({ content, token }: { content: DocContent; token: string }) {
  const { t } = useTranslation('organise')
  return (
    <>
      <div className="doc-screen">
        <article className="doc-sheet">
          <h1 className="doc-title">{content.title || t('untitled')}</h1>
          <DocText
            body={content.body}
            fileAt={(file) => `/api/public/${encodeURIComponent(token)}/files/${file}`}
          />
        </article>
      </div>
      <footer className="flex items-center justify-center gap-2 border-line border-t px-5 py-8 text-ink-faint text-sm">
        <Logo size={18} />
        {t('public.made')}
      </footer>
    </>
  )
}

const SheetSkeleton = () => (
  <Loading className="mx-auto max-w-2xl px-5 pt-24">
    <Skeleton className="mb-9 h-10 w-3/5" />
    <SkeletonLines lines={6} />
  </Loading>
)

function useKeptFromSearch(title: string) {
  useEffect(() => {
    document.title = title
    const note = document.createElement('meta')
    note.name = 'robots'
    note.content = 'noindex, nofollow'
    document.head.append(note)
    return () => note.remove()
  }, [title])
}
