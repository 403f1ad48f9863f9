import type { BoardPlaces } from '@atelier/shared/boards/move-card'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DialogFoot } from '../../ui/dialog'
import { useRefusalText } from '../../ui/refusal-text'
import { Option, Select } from '../../ui/select'
import { useCopyAcross } from './use-copy-across'
import { useMoveAcross } from './use-move-across'

type Props = { cards: readonly string[]; boardId: string; onClose(): void }

/** The column of another board, and the way there. */
export function ColumnThere({ cards, boardId, onClose }: Props) {
  const { t } = useTranslation('board-moves')
  const refusalText = useRefusalText()
  const { t: copies } = useTranslation('board-copies')
  const move = useMoveAcross()
  const copy = useCopyAcross()
  const { data, error } = useQuery({
    queryKey: ['board-places', boardId],
    queryFn: (): Promise<BoardPlaces> =>
      ask(api.boards[':id'].columns.$get({ param: { id: boardId } })),
    staleTime: 0,
  })
  const [wished, setWished] = useState<string | null>(null)
  if (error) return <Banner tone="danger">{refusalText(error)}</Banner>
  const columns = data?.columns ?? []
  const column = columns.find(({ id }) => id === wished) ?? columns[0]
  const copyHere = () => {
    onClose()
    if (column) copy.mutate({ cards, boardId, column: column.id })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    if (column) move.mutate({ cards, boardId, column: column.id })
  }
  if (data && columns.length === 0) return <p className="text-ink-soft">{t('noColumns')}</p>
  return (
    <form className="board-move" onSubmit={submit}>
      <Select
        label={t('column')}
        value={column?.id ?? null}
        onChange={setWished}
        isDisabled={!data}
      >
        {columns.map(({ id, name }) => (
          <Option key={id} id={id}>
            {name || t('unnamedColumn')}
          </Option>
        ))}
      </Select>
      <p className="text-ink-soft text-sm">{t('explain')}</p>
      <DialogFoot>
        <Button isDisabled={!column} onPress={copyHere}>
          {copies('submit', { count: cards.length })}
        </Button>
        <Button type="submit" tone="primary" isDisabled={!column}>
          {t('submit', { count: cards.length })}
        </Button>
      </DialogFoot>
    </form>
  )
}
