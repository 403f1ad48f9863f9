import type { Entry } from '@atelier/shared/journals/journal'
import { useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { codeOf } from '../api/request-failed'
import { NotFound } from '../shell/not-found'
import { Page, PageSkeleton } from '../shell/page'
import { InShellHeader, useShellCrumbs, useShellTitle } from '../shell/shell-header'
import { LeaveGuard } from '../sync/leave-guard'
import type { RoomState } from '../sync/room'
import { SaveBadge } from '../sync/save-badge'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { useRefusalText } from '../ui/refusal-text'
import { allSaving } from './all-saving'
import { type EntryFacts, useEntryFacts } from './entry-facts'
import { EntryHead } from './entry-head'
import { EntryNotes } from './entry-notes'
import { useEntry } from './journal-records'
import { LeftWords } from './left-words'
import { writesOf } from './pending-writes'
import { SectionPart } from './section-part'
import { useEntryChanges } from './use-entry-changes'
import { useJournalKept } from './use-journal-kept'
import { useShownSections } from './use-shown-sections'
import './journal.css'
import './entry.css'

/** One entry of a journal: one's own, or what somebody has shared of theirs. */
export function EntryScreen() {
  const { entryId } = useParams({ from: '/inside/journal/$entryId' })
  return <EntryAt key={entryId} entryId={entryId} />
}

function EntryAt({ entryId }: { entryId: string }) {
  const { data, error, dataUpdatedAt } = useEntry(entryId)
  const refusalText = useRefusalText()
  const isGone = error !== null && ['not-found', 'forbidden'].includes(codeOf(error))
  // Of what somebody has taken back nothing is shown any more but that they have.
  const shown = isGone ? data && { ...data, title: '', sections: [] } : data
  const facts = useEntryFacts(shown, dataUpdatedAt)
  if (facts && facts.mentorship !== undefined) return <OpenEntry facts={facts} isGone={isGone} />
  if (isGone) return <GoneEntry entryId={entryId} />
  if (!error) return <PageSkeleton />
  return (
    <Page width="reading">
      <LeftWords at={`${entryId}:`} />
      <Banner tone="danger">{refusalText(error)}</Banner>
    </Page>
  )
}

/** Who was writing in it takes their words along. */
function GoneEntry({ entryId }: { entryId: string }) {
  return (
    <>
      <div className="mx-auto w-full max-w-3xl px-5 pt-8 empty:hidden sm:px-8 lg:px-12">
        <LeftWords at={`${entryId}:`} />
      </div>
      <NotFound />
    </>
  )
}

function OpenEntry({ facts, isGone }: { facts: EntryFacts; isGone: boolean }) {
  const { t } = useTranslation('journals')
  const { entry, isAuthor } = facts
  const changes = useEntryChanges(entry.id)
  const kept = useJournalKept()
  const isKept = isAuthor && kept.isKept
  const { states, report } = useRoomStates()
  const { id: personId, workspaceId } = useMe()
  const [writes] = useState(() => writesOf({ personId, workspaceId }, entry.id))
  const sections = useShownSections(entry.sections, isAuthor)
  // Below each section stands what was left there.
  const isShown = (draft: string) => sections.some(({ section }) => draft.startsWith(section.id))
  const rooms = useMemo(
    () => [...states.values()].flatMap((state) => (state.kind === 'open' ? [state.saving] : [])),
    [states],
  )
  const saving = useMemo(
    () => allSaving(isAuthor ? [...rooms, writes] : rooms),
    [rooms, writes, isAuthor],
  )
  useShellCrumbs([{ label: t('title'), to: '/journal' }])
  useShellTitle(isGone ? t('gone.title') : entry.title || t('entry.untitled'), t('entry.tab'))
  return (
    <Page width="reading" className="journal-entry">
      <LeaveGuard states={[...states.values()]} also={writes} isKept={isKept} />
      <InShellHeader>
        {rooms.length > 0 && <SaveBadge saving={saving} isKept={isKept} />}
      </InShellHeader>
      {isGone ? (
        <h1 className="sr-only">{t('gone.title')}</h1>
      ) : (
        <EntryHead {...{ facts, changes, writes }} />
      )}
      <EntryNotes facts={facts} />
      <LeftWords at={`${entry.id}:`} isElsewhere={isShown} />
      {sections.map(({ section, isGone }, at) => (
        <SectionPart
          key={section.id}
          {...{ facts, section, isGone, changes, writes, report }}
          place={at + 1}
        />
      ))}
      {isAuthor && <AddSection entry={entry} onAdd={() => changes.add.mutate(undefined)} />}
    </Page>
  )
}

function AddSection({ entry, onAdd }: { entry: Entry; onAdd: () => void }) {
  const { t } = useTranslation('journals')
  return (
    <div className="-ms-3.5 mt-8">
      <Button tone="quiet" icon={<Plus size={16} aria-hidden />} onPress={onAdd}>
        {t(entry.sections.length === 0 ? 'section.addFirst' : 'section.add')}
      </Button>
    </div>
  )
}

/** How each section's room is. */
function useRoomStates() {
  const [states, setStates] = useState<ReadonlyMap<string, RoomState>>(new Map())
  const report = useCallback(
    (id: string, state: RoomState | null) =>
      setStates((before) => {
        const now = new Map(before)
        if (state) now.set(id, state)
        else now.delete(id)
        return now
      }),
    [],
  )
  return { states, report }
}
