import { longest } from '@atelier/shared/boards/board-shape'
import { addColumn } from '@atelier/shared/boards/column-edits'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { OneLineField } from './one-line-field'

/** After the last column. `target`: a column being dragged would land here. */
export function AddColumn({ target }: { target: boolean }) {
  const { t } = useTranslation('boards')
  const { room } = useDesk()
  const [open, setOpen] = useState(false)
  const [back, setBack] = useState(false)
  return (
    <div className="board-add-column" data-drag={target ? 'before' : null}>
      {open ? (
        <OneLineField
          again
          className="board-new-card"
          label={t('column.newName')}
          placeholder={t('column.newName')}
          maxLength={longest.columnName}
          onDone={(name) => addColumn(room.doc, name)}
          onLeave={(byKey) => {
            setBack(byKey)
            setOpen(false)
          }}
        />
      ) : (
        <Button className="board-add" autoFocus={back} onPress={() => setOpen(true)}>
          <Plus aria-hidden size={16} />
          {t('column.add')}
        </Button>
      )}
    </div>
  )
}
