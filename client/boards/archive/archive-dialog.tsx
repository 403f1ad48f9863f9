import type { Card } from '@atelier/shared/boards/card'
import { restoreCards } from '@atelier/shared/boards/card-edits'
import { useCallback, useMemo, useState } from 'react'
import { SearchField } from 'react-aria-components'
import { Input } from 'react-aria-components/Input'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useBoardPart, useDesk } from '../board-context'
import { ArchiveList } from './archive-list'
import { foundIn } from './find-archived'
import './archive-dialog.css'

/** All archived cards, the latest first: searched, opened, and brought back, one or several at once. */
export function ArchiveDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('boards')
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('archive.title')}
      width="medium"
    >
      <Archive onClose={onClose} />
    </Dialog>
  )
}

function Archive({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('boards')
  const { t: views } = useTranslation('board-views')
  const { editable } = useDesk()
  const archive = useBoardPart((board) => board.archive)
  const labels = useBoardPart((board) => board.labels)
  const columns = useBoardPart((board) => board.columns)
  const [words, setWords] = useState('')
  const { chosen, choose, restore } = useChosen(archive)
  const found = useMemo(
    () => foundIn(archive, words, { labels, columns }),
    [archive, words, labels, columns],
  )
  if (archive.length === 0) return <p className="board-none">{t('archive.empty')}</p>
  return (
    <div className="archive">
      <SearchField
        autoFocus
        className="board-choice-search"
        aria-label={views('archive.search')}
        value={words}
        onChange={setWords}
      >
        <Input placeholder={views('archive.search')} />
      </SearchField>
      <p role="status" className="archive-count">
        {views('archive.found', { count: found.length })}
      </p>
      <ArchiveList
        cards={found}
        chosen={chosen}
        onChoose={choose}
        onRestore={(id) => restore([id])}
        onOpen={onClose}
      />
      {editable && chosen.size > 0 && (
        <div className="archive-acts">
          <Button tone="primary" onPress={() => restore([...chosen])}>
            {views('archive.restore', { count: chosen.size })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Which cards are to be restored together; those that others restored meanwhile are not. */
function useChosen(archive: readonly Card[]) {
  const { room, announce } = useDesk()
  const { t } = useTranslation('board-views')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(
    () => new Set(archive.flatMap(({ id }) => (ticked.has(id) ? id : []))),
    [archive, ticked],
  )
  const choose = useCallback(
    (id: string, isChosen: boolean) =>
      setTicked((before) => {
        const after = new Set(before)
        if (isChosen) after.add(id)
        else after.delete(id)
        return after
      }),
    [],
  )
  const restore = useCallback(
    (ids: readonly string[]) => {
      announce(t('archive.restored', { count: restoreCards(room.doc, ids) }))
    },
    [room.doc, announce, t],
  )
  return { chosen, choose, restore }
}
