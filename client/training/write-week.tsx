import type { RecordPage, WeekPage } from '@atelier/shared/training/record'
import { emptyWeek, isEmptyWeek } from '@atelier/shared/training/week-form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { useChange } from '../api/use-change'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { type DraftKeeper, draftKeeper } from './draft-keeper'
import { ReturnWords } from './submitted-part'
import { weekRoute } from './training-records'
import { WeekFields } from './week-fields'
import { hasUnread, writtenWeek } from './written-week'

type Draft = NonNullable<WeekPage['draft']>
type Props = { record: RecordPage; page: WeekPage; draft: Draft }

/** The apprentice's own: the week until it is submitted, and then, once it is signed, what is to be added. */
export function WriteWeek({ record, page, draft }: Props) {
  const { t } = useTranslation('training')
  const isAddendum = page.parts.length > 0
  const parts = page.parts.length
  const hasWords = !isEmptyWeek(draft.form)
  // Opened for what comes next: once that is signed, for nothing any more.
  const [openFor, setOpenFor] = useState(hasWords ? parts : null)
  const isOpen = !isAddendum || hasWords || openFor === parts
  const setOpen = (isWanted: boolean) => setOpenFor(isWanted ? parts : null)
  const waits = page.parts.some(({ signatures }) => signatures.length === 0)
  if (waits || record.state === 'asked') return null
  return (
    <section className="mt-8">
      {page.returned && (
        <div className="mb-6">
          <ReturnWords said={page.returned} />
        </div>
      )}
      {isAddendum && <p className="my-4 text-ink-soft text-sm">{t('week.addendumWords')}</p>}
      {isOpen ? (
        <Written record={record} page={page} draft={draft} onTurn={setOpen} />
      ) : (
        <Button onPress={() => setOpen(true)}>{t('week.writeAddendum')}</Button>
      )}
    </section>
  )
}

function Written({ record, page, draft, onTurn }: Props & { onTurn(isOpen: boolean): void }) {
  const { t } = useTranslation('training')
  const param = { recordId: record.id, week: page.week }
  const { id: personId, workspaceId } = useMe()
  const refusalText = useRefusalText()
  const keeper = draftKeeper(
    { personId, workspaceId },
    `${record.id}/${page.week}`,
    (json) => ask(weekRoute.draft.$put({ param, json }, asPerson(personId))),
    draft,
  )
  const { form, standing, hasFailed, refusedWith } = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.state,
  )
  const isAddendum = page.parts.length > 0
  const isAhead = page.glance.state === 'ahead'
  const isOnItsWay = standing === 'saving' || standing === 'unsaved'
  const fields = useRef<HTMLDivElement>(null)
  const reason = refusedWith === null ? '' : refusalText(refusedWith)
  const sayUnsaved = () => {
    const { refusedWith: why } = keeper.state
    const text = why === null ? t('week.unsaved') : t('week.refused', { reason: refusalText(why) })
    return toast({ text, tone: 'danger' })
  }
  const submit = useChange(
    async () => {
      const basedOn = await keeper.flush()
      if (basedOn === null) return sayUnsaved()
      return ask(weekRoute.submit.$post({ param, json: { basedOn } }))
    },
    { renews: [['training']] },
  )
  const putAway = useChange(
    async () => {
      const before = keeper.state.form
      keeper.write(writtenWeek(emptyWeek))
      if ((await keeper.flush()) === null) {
        keeper.write(before)
        return sayUnsaved()
      }
      onTurn(false)
      const bringBack = () => {
        keeper.write(before)
        onTurn(true)
      }
      toast({
        text: t('week.isPutAway'),
        action: { label: t('week.bringBack'), onPress: bringBack },
      })
    },
    { renews: [['training']] },
  )
  return (
    <>
      <div ref={fields}>
        <WeekFields
          plan={record.plan}
          form={form}
          isAddendum={isAddendum}
          isAhead={isAhead}
          onChange={(next) => keeper.write(next)}
        />
      </div>
      {standing === 'conflict' && <Conflict keeper={keeper} theirs={draft} />}
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Button
          tone="primary"
          isDisabled={isEmptyWeek(form) || standing === 'conflict' || isAhead}
          isPending={submit.isPending}
          onPress={() => {
            // What stands there and cannot be read is in no draft: others than those hours would be submitted.
            if (!hasUnread(keeper.state.form)) submit.mutate()
            else fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
          }}
        >
          {t(isAddendum ? 'week.submitAddendum' : 'week.submit')}
        </Button>
        {isAddendum && !isEmptyWeek(form) && (
          <Button
            tone="quiet"
            isDisabled={standing === 'conflict'}
            isPending={putAway.isPending}
            onPress={() => putAway.mutate()}
          >
            {t('week.putAway')}
          </Button>
        )}
        <p role="status" className="text-ink-soft text-sm">
          {standing === 'saved' &&
            !isEmptyWeek(form) &&
            !hasUnread(form) &&
            t(isAhead ? 'week.savedAhead' : 'week.saved')}
          {standing === 'refused' && t('week.refused', { reason })}
          {isOnItsWay && t(hasFailed ? 'week.unsaved' : 'week.saving')}
        </p>
      </div>
    </>
  )
}

/** What was written elsewhere is shown beside what stands here, so that nobody chooses blindly. */
function Conflict({ keeper, theirs }: { keeper: DraftKeeper; theirs: Draft }) {
  const { t } = useTranslation('training')
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries({ queryKey: ['training'] }), [queries])
  const { text, activities } = theirs.form
  // What stood there before is on its way to be renewed.
  if (!keeper.isNews(theirs)) return null
  const settle = (keep: 'mine' | 'theirs') => keeper.settle(theirs, keep)
  return (
    <div className="mt-4">
      <Banner
        tone="warning"
        action={
          <>
            <Button size="small" onPress={() => settle('mine')}>
              {t('week.takeMine')}
            </Button>
            <Button size="small" tone="quiet" onPress={() => settle('theirs')}>
              {t('week.takeTheirs')}
            </Button>
          </>
        }
      >
        {t('week.conflict')}
      </Banner>
      <section
        aria-label={t('week.theirs')}
        className="mt-3 rounded-md border border-line px-4 py-3 text-sm"
      >
        <h3 className="mb-1 font-medium text-ink-soft">{t('week.theirs')}</h3>
        {isEmptyWeek(theirs.form) && <p className="text-ink-faint">{t('week.theirsEmpty')}</p>}
        <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
        <ul className="list-disc ps-5">
          {activities.map((row, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: only to be read
            <li key={nth} className="wrap-anywhere">
              {row.words}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
