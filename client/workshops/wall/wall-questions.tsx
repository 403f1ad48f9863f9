import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { ConnectForm } from './connect-form'
import { GroupForm } from './group-form'
import { NoteDrawing } from './note-drawing'
import { useNoteName } from './use-note-name'
import { useRemoveIfEmpty } from './use-remove-if-empty'
import { useWall } from './use-wall'
import { useWallDesk, type WallQuestion } from './wall-desk'

/** What a menu asks further, in a window. It closes by itself where the note goes away meanwhile. */
export function WallQuestions({ question }: { question: WallQuestion }) {
  const { room, ask } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  const removeIfEmpty = useRemoveIfEmpty()
  const wall = useWall(room)
  const { id } = question
  const isThere = wall.byId.has(id) || wall.groups.some((group) => group.id === id)
  const isDrawing = question.ask === 'draw'
  const close = () => {
    ask(null)
    if (isDrawing) removeIfEmpty(id)
  }
  const titles = {
    group: () => t('group.ask', { note: name.of(wall, id) }),
    connect: () => t('connect.ask', { note: name.of(wall, id) }),
    draw: () => t('draw.title'),
  }
  const note = wall.byId.get(id)
  return (
    <Dialog
      isOpen={isThere}
      onOpenChange={(isOpen) => isOpen || close()}
      title={titles[question.ask]()}
      width={isDrawing ? 'medium' : 'small'}
    >
      {question.ask === 'group' && note && <GroupForm note={note} onDone={close} />}
      {question.ask === 'connect' && <ConnectForm from={id} onDone={close} />}
      {question.ask === 'draw' && note && <NoteDrawing note={note} onDone={close} />}
    </Dialog>
  )
}
