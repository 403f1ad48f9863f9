import { type BoardView, longestViewName } from '@atelier/shared/boards/view'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { newView, useSaveView } from './view-records'

type Props = { boardId: string; view: BoardView; onClose(): void }

/** Gives what is on screen a name. */
export function SaveViewDialog({ boardId, view, onClose }: Props) {
  const { t } = useTranslation('board-views')
  const [name, setName] = useState('')
  const [isStart, setStart] = useState(false)
  const save = useSaveView(boardId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void save({ ...newView(name.trim(), view), isStart }).then(onClose)
  }
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('saved.saveTitle')}>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          autoFocus
          isRequired
          label={t('saved.name')}
          description={t('saved.onlyMine')}
          value={name}
          onChange={setName}
          maxLength={longestViewName}
        />
        <Checkbox isSelected={isStart} onChange={setStart}>
          {t('saved.makeStart')}
        </Checkbox>
        <DialogFoot>
          <Button tone="primary" type="submit">
            {t('saved.keep')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
