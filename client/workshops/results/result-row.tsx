import type { Result } from '@atelier/shared/workshops/result'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { CalendarDays, Pencil, Trash2, User } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { useFormat } from '../../i18n/use-format'
import { IconButton } from '../../ui/icon-button'
import { toast } from '../../ui/toast'
import { EditResult } from './edit-result'
import { addResult, deleteResult, resultsKey } from './result-records'
import { WentTo } from './went-to'

type Props = { page: Pick<WorkshopPage, 'id'>; result: Result; editable: boolean }

/** A decision or an action: its words, who does it until when, and where it went. */
export function ResultRow({ page, result, editable }: Props) {
  const { t } = useTranslation('workshop-results')
  const [isEdited, setEdited] = useState(false)
  const remove = useRemove(page.id, result)
  const { words, card } = result
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="text-pretty wrap-anywhere">
          {words}
        </p>
        <ResultFacts result={result} />
      </div>
      {card && <WentTo card={card} />}
      {editable && (
        <>
          <IconButton
            size="small"
            label={t('result.edit', { words })}
            onPress={() => setEdited(true)}
          >
            <Pencil size={15} aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            label={t('result.remove', { words })}
            onPress={() => remove.mutate()}
          >
            <Trash2 size={15} aria-hidden />
          </IconButton>
        </>
      )}
      {isEdited && <EditResult page={page} result={result} onClose={() => setEdited(false)} />}
    </li>
  )
}

/** Who does it, until when. */
export function ResultFacts({ result: { ownerName, due } }: { result: Result }) {
  const { t } = useTranslation('workshop-results')
  const { day } = useFormat()
  if (ownerName === null && due === null) return null
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 text-ink-soft text-sm">
      {ownerName !== null && (
        <span className="inline-flex items-center gap-1">
          <User size={14} aria-hidden />
          <span className="sr-only">{t('action.owner')}</span>
          {ownerName}
        </span>
      )}
      {due !== null && (
        <span className="inline-flex items-center gap-1">
          <CalendarDays size={14} aria-hidden />
          <span className="sr-only">{t('action.due')}</span>
          <time dateTime={due}>{day(due)}</time>
        </span>
      )}
    </p>
  )
}

/** With a way back, under the same id. */
function useRemove(workshopId: string, { id, kind, words, ownerId, due }: Result) {
  const { t } = useTranslation('workshop-results')
  const renews = [resultsKey(workshopId)]
  const putBack = useChange(() => addResult(workshopId, { id, kind, words, ownerId, due }), {
    renews,
  })
  return useChange(() => deleteResult(workshopId, id), {
    renews,
    done: () =>
      toast({
        text: t('result.removed'),
        action: { label: t('result.undo'), onPress: () => putBack.mutate() },
      }),
  })
}
