import { type Column, mostInColumn } from '@atelier/shared/boards/board'
import { setColumnLimit } from '@atelier/shared/boards/column-edits'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { useDesk } from './board-context'

type Props = { column: Column; onClose(): void }

/** How many cards a column is meant for. Nothing is ever refused because of it. */
export function ColumnLimitDialog({ column, onClose }: Props) {
  const { t } = useTranslation('boards')
  const { t: words } = useTranslation('board-columns')
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={words('limit.title', { name: column.name || t('column.unnamed') })}
      description={words('limit.why')}
    >
      <LimitForm column={column} onClose={onClose} />
    </Dialog>
  )
}

function LimitForm({ column, onClose }: Props) {
  const { t } = useTranslation('board-columns')
  const { room } = useDesk()
  const [text, setText] = useState(column.limit === null ? '' : String(column.limit))
  const [isRefused, setRefused] = useState(false)
  const set = (limit: number | null) => {
    setColumnLimit(room.doc, column.id, limit)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const limit = limitIn(text)
    if (limit === undefined) setRefused(true)
    else set(limit)
  }
  return (
    <form className="board-move" onSubmit={submit} noValidate>
      <TextField
        autoFocus
        label={t('limit.most')}
        description={t('limit.none')}
        error={isRefused ? t('limit.invalid', { most: mostInColumn }) : undefined}
        value={text}
        inputMode="numeric"
        onChange={(next) => {
          setText(next)
          setRefused(false)
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" tone="primary">
          {t('limit.save')}
        </Button>
        {column.limit !== null && <Button onPress={() => set(null)}>{t('limit.remove')}</Button>}
      </div>
    </form>
  )
}

/** Undefined where it is no limit a column can have. */
function limitIn(text: string): number | null | undefined {
  const given = text.trim()
  if (given === '') return null
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0
  return limit >= 1 && limit <= mostInColumn ? limit : undefined
}
