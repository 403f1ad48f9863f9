import type { TextRun } from '@atelier/shared/docs/text-difference'
import type { Version } from '@atelier/shared/docs/version'
import { useCallback, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Loading, Skeleton } from '../ui/skeleton'
import type { DocDesk } from './doc-desk'
import { type Compared, type ComparedWith, sidesOf, useCompared } from './use-compared'
import { VersionBar } from './version-bar'
import { VersionLegend } from './version-legend'
import { VersionReading } from './version-reading'
import type { History } from './version-records'
import { useVersionWords } from './version-words'

type Props = { desk: DocDesk; history: History; chosen: Version; close: () => void }

/** A version in place of the live text, with what is different in it. */
export function VersionSheet({ desk, history, chosen, close }: Props) {
  const { t } = useTranslation('history')
  const [comparedWith, compareWith] = useState<ComparedWith>('previous')
  const sides = sidesOf(history.sessions, chosen, comparedWith)
  const compared = useCompared(desk.docId, chosen, sides)
  const count = compared.kind === 'ready' ? (compared.difference?.changes.length ?? 0) : 0
  const changes = useChanges(count, `${chosen.seq} ${comparedWith}`)
  return (
    <article className="doc-sheet version-sheet" aria-label={t('sheet')}>
      <VersionBar
        key={chosen.seq}
        {...{ desk, history, chosen, close, comparedWith, compareWith, changes }}
        shown={compared.kind === 'ready' ? compared.shown : null}
      />
      <Content
        key={`${chosen.seq} ${comparedWith}`}
        compared={compared}
        current={changes.current}
        desk={desk}
      />
    </article>
  )
}

export type Changes = { count: number; current: number; next: () => void; previous: () => void }

/** Which change is looked at; none, until somebody goes to the next. Also by the keys n and p. */
function useChanges(count: number, of: string): Changes {
  const [at, setAt] = useState({ of, current: -1 })
  const current = at.of === of && at.current < count ? at.current : -1
  const go = useCallback(
    (by: 1 | -1) => {
      if (count === 0) return
      const from = current < 0 && by < 0 ? 0 : current
      setAt({ of, current: (from + by + count) % count })
    },
    [count, current, of],
  )
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element | null)?.closest?.(
        'input, textarea, [role=textbox]',
      )
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'n') go(1)
      else if (event.key === 'p') go(-1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [go])
  return { count, current, next: () => go(1), previous: () => go(-1) }
}

function Content(props: { compared: Compared; current: number; desk: DocDesk }) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const { compared } = props
  if (compared.kind === 'failed') {
    return <Banner tone="warning">{t(compared.damaged ? 'damaged' : 'unreachable')}</Banner>
  }
  if (compared.kind === 'loading') return <SheetSkeleton />
  const { shown, difference } = compared
  const say = (place: number) => {
    const change = difference?.changes[place]
    return change ? words.change(change) : ''
  }
  return (
    <>
      {compared.isIncomplete && <Banner tone="warning">{t('incomplete')}</Banner>}
      {difference && <VersionLegend difference={difference} />}
      <h1 className="doc-title" dir="auto">
        {difference ? <Runs runs={difference.title} /> : shown.title}
      </h1>
      <VersionReading
        body={shown.body}
        difference={difference}
        current={props.current}
        say={say}
        projectId={props.desk.page?.project.id}
        room={props.desk.room.name}
      />
    </>
  )
}

const Runs = ({ runs }: { runs: TextRun[] }) =>
  runs.map(({ kind, text }, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs never change
    if (kind === 'same') return <span key={place}>{text}</span>
    const Element = kind === 'gone' ? 'del' : 'ins'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs never change
      <Element key={place} className={`version-${kind}`}>
        {text}
      </Element>
    )
  })

const SheetSkeleton = () => (
  <Loading className="space-y-4 pt-4">
    <Skeleton className="h-9 w-2/3" />
    <Skeleton className="h-4 w-full" />
    <Skeleton className="h-4 w-11/12" />
    <Skeleton className="h-4 w-4/5" />
  </Loading>
)
