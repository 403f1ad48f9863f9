import { newUuid } from '@atelier/shared/basics/uuid'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'

type Props = { boardId: string; title: string; projectId: string; onClose(): void }

/** A new board like this one in its project, with its cards or as a form to fill. */
export function DuplicateBoardDialog({ boardId, title, projectId, onClose }: Props) {
  const { t } = useTranslation('board-copies')
  const navigate = useNavigate()
  const [name, setName] = useState(t('board.copyOf', { title: title || t('board.untitled') }))
  const [withCards, setWithCards] = useState(true)
  // However often it is asked for: the answer may have been lost.
  const [id] = useState(newUuid)
  const duplicate = useChange(
    () => {
      const json = { id, title: name.trim().slice(0, 200), withCards }
      return ask(api.boards[':id'].duplicate.$post({ param: { id: boardId }, json }))
    },
    {
      renews: [['project', projectId], ['projects']],
      done: () => {
        onClose()
        return navigate({ to: '/boards/$boardId', params: { boardId: id } })
      },
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    duplicate.mutate(undefined)
  }
  return (
    <Dialog
      isOpen
      title={t('board.title')}
      description={t('board.intro')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form className="board-move" onSubmit={submit}>
        <TextField
          label={t('board.name')}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
        />
        <Checkbox isSelected={withCards} onChange={setWithCards}>
          {t('board.withCards')}
        </Checkbox>
        <DialogFoot>
          <Button onPress={onClose}>{t('board.cancel')}</Button>
          <Button type="submit" tone="primary" isPending={duplicate.isPending}>
            {t('board.go')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
