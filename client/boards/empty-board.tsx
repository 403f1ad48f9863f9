import { addColumn, setColumnDone } from '@atelier/shared/boards/column-edits'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { AddColumn } from './add-column'
import { useDesk } from './board-context'

/** A board without columns teaches what columns are for. */
export function EmptyBoard() {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const start = () => {
    for (const name of [t('starter.toDo'), t('starter.doing')]) addColumn(room.doc, name)
    setColumnDone(room.doc, addColumn(room.doc, t('starter.done')), true)
  }
  return (
    <div className="board-blank">
      <EmptyState
        scene="board"
        title={t('empty.title')}
        action={
          editable && (
            <>
              <Button tone="primary" onPress={start}>
                {t('empty.start')}
              </Button>
              <AddColumn target={false} />
            </>
          )
        }
      >
        {t(editable ? 'empty.text' : 'empty.readOnly')}
      </EmptyState>
    </div>
  )
}
