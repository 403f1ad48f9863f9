import type { Version } from '@atelier/shared/docs/version'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Loading, Skeleton } from '../ui/skeleton'
import { Switch } from '../ui/switch'
import type { DocDesk } from './doc-desk'
import type { DocPanelProps } from './doc-panels'
import './version.css'
import { VersionList } from './version-list'
import { type History, useVersions } from './version-records'
import { VersionSheet } from './version-sheet'

/** Every version of the doc. One that is chosen is shown in place of the live text. */
export function HistoryPanel({ desk }: DocPanelProps) {
  const { t } = useTranslation('history')
  const { history, error, refetch } = useVersions(desk.docId)
  if (history) return <Versions desk={desk} history={history} />
  if (!error) return <ListSkeleton />
  return (
    <div className="p-4">
      <Banner
        tone="warning"
        action={
          <Button size="small" onPress={() => void refetch()}>
            {t('again')}
          </Button>
        }
      >
        {t('unreachable')}
      </Banner>
    </div>
  )
}

function Versions({ desk, history }: { desk: DocDesk; history: History }) {
  const { t } = useTranslation('history')
  const [chosenThen, choose] = useState<Version | null>(null)
  const [namedOnly, setNamedOnly] = useState(false)
  const versions = history.sessions.flatMap((session) => [session, ...session.parts])
  // The newest goes on as people write: what was chosen of it stays on screen.
  const chosen = versions.find(({ seq }) => seq === chosenThen?.seq) ?? chosenThen
  const panel = useRef<HTMLDivElement>(null)
  // Whoever comes back stands where they went from.
  const close = () => {
    panel.current?.querySelector<HTMLElement>('.version-entry[aria-current]')?.focus()
    choose(null)
  }
  const isOne = history.sessions.length === 1 && history.sessions[0]?.parts.length === 1
  return (
    <div className="version-panel" ref={panel}>
      <div className="version-filter">
        <Switch isSelected={namedOnly} onChange={setNamedOnly}>
          {t('namedOnly')}
        </Switch>
      </div>
      {isOne && !namedOnly && <p className="version-hint">{t('onlyOne')}</p>}
      <VersionList history={history} namedOnly={namedOnly} chosen={chosen} choose={choose} />
      {namedOnly && history.sessions.every(({ name }) => name === null) && (
        <EmptyState scene="doc" title={t('noneNamed.title')}>
          {t('noneNamed.text')}
        </EmptyState>
      )}
      {history.more && (
        <Button tone="quiet" className="m-2" onPress={history.more}>
          {t('older')}
        </Button>
      )}
      {chosen && (
        <InPlaceOfText>
          <VersionSheet desk={desk} history={history} chosen={chosen} close={close} />
        </InPlaceOfText>
      )}
    </div>
  )
}

/** Beside the live text, which version.css hides as long as this is there: its editor stays as it is. */
function InPlaceOfText({ children }: { children: ReactNode }) {
  const here = useRef<HTMLSpanElement>(null)
  const [screen, setScreen] = useState<Element | null>(null)
  useEffect(() => setScreen(here.current?.closest('.doc-screen') ?? null), [])
  return (
    <>
      <span ref={here} hidden />
      {screen && createPortal(children, screen)}
    </>
  )
}

const ListSkeleton = () => (
  <Loading className="space-y-3 p-4">
    <Skeleton className="h-4 w-24" />
    <Skeleton className="h-12 w-full" />
    <Skeleton className="h-12 w-full" />
    <Skeleton className="h-12 w-full" />
  </Loading>
)
