import { newUuid } from '@atelier/shared/basics/uuid'
import type { ResultKind } from '@atelier/shared/workshops/result'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { TextField } from '../../ui/text-field'
import { OwnerSelect } from './owner-select'
import { addResult, type NewResultWish, resultsKey } from './result-records'

type Props = { page: Pick<WorkshopPage, 'id'>; kind: ResultKind }

const newWish = (kind: ResultKind): NewResultWish => ({
  ...{ id: newUuid(), kind, words: '', ownerId: null, due: null },
})

/** A line to write one more in: Enter keeps it, and the next can be written. It stays where that fails, under the same id. */
export function AddResult({ page, kind }: Props) {
  const { t } = useTranslation('workshop-results')
  const [wish, setWish] = useState(() => newWish(kind))
  const { mutate, isPending } = useChange((json: NewResultWish) => addResult(page.id, json), {
    renews: [resultsKey(page.id)],
    done: () => setWish(newWish(kind)),
  })
  const isEmpty = wish.words.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) mutate(wish)
  }
  const isAction = kind === 'action'
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <TextField
        label={t(`${kind}.add`)}
        placeholder={t(`${kind}.example`)}
        value={wish.words}
        onChange={(words) => setWish({ ...wish, words })}
        maxLength={500}
        isReadOnly={isPending}
        className="min-w-56 flex-[3]"
      />
      {isAction && (
        <div className="min-w-36 flex-1">
          <OwnerSelect
            page={page}
            value={wish.ownerId}
            onChange={(ownerId) => setWish({ ...wish, ownerId })}
          />
        </div>
      )}
      {isAction && (
        <DateField
          label={t('action.due')}
          value={wish.due}
          onChange={(due) => setWish({ ...wish, due })}
        />
      )}
      <Button type="submit" isDisabled={isEmpty} isPending={isPending}>
        {t('result.keep')}
      </Button>
    </form>
  )
}
