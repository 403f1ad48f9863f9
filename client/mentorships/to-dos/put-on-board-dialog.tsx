import { newId } from '@atelier/shared/boards/board-shape'
import type { BoardPlaces } from '@atelier/shared/boards/move-card'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useWritableProjects } from '../../boards/across/use-writable-projects'
import { useProjectPage } from '../../projects/project-records'
import { Button } from '../../ui/button'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { Option, Select } from '../../ui/select'
import { type ToDo, usePutOnBoard } from './use-put-on-board'

type Props = { toDo: ToDo; onClose(): void }

/** On which board, of those this person may edit. */
export function PutOnBoardDialog({ toDo, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const { t: places } = useTranslation('board-moves')
  const [card] = useState(newId)
  const [wished, setWished] = useState<Record<'project' | 'board' | 'column', string | null>>({
    ...{ project: null, board: null, column: null },
  })
  const projects = useWritableProjects(undefined)
  const projectId = wished.project ?? projects[0]?.id
  const { data: project } = useProjectPage(projectId)
  const boards = project?.boards ?? []
  const boardId = boards.find(({ id }) => id === wished.board)?.id ?? boards[0]?.id ?? null
  const columns = useColumnsOf(boardId)
  const column = columns.find(({ id }) => id === wished.column)?.id ?? columns[0]?.id ?? null
  const form = usePutOnBoard(toDo, onClose)
  const submit = () => {
    if (boardId !== null && column !== null) form.send({ boardId, card, column })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('card.put')}
      description={t('card.intro')}
    >
      <FormFrame onSubmit={submit} fault={form.fault} errors={form.errors}>
        <p className="font-medium wrap-anywhere" dir="auto">
          {toDo.words}
        </p>
        {projects.length === 0 && <p className="text-ink-soft">{t('card.noProjects')}</p>}
        {projects.length > 1 && (
          <Select
            label={places('project')}
            value={projectId ?? null}
            onChange={(id) => setWished({ project: id, board: null, column: null })}
          >
            {projects.map(({ id, title }) => (
              <Option key={id} id={id}>
                {title}
              </Option>
            ))}
          </Select>
        )}
        {project && boards.length === 0 && <p className="text-ink-soft">{places('noBoards')}</p>}
        {boards.length > 0 && (
          <Select
            label={places('board')}
            value={boardId}
            onChange={(id) => setWished({ ...wished, board: id, column: null })}
          >
            {boards.map(({ id, title }) => (
              <Option key={id} id={id}>
                {title || places('untitledBoard')}
              </Option>
            ))}
          </Select>
        )}
        {columns.length > 0 && (
          <Select
            label={places('column')}
            value={column}
            onChange={(id) => setWished({ ...wished, column: id })}
            error={form.errors.column}
          >
            {columns.map(({ id, name }) => (
              <Option key={id} id={id}>
                {name || places('unnamedColumn')}
              </Option>
            ))}
          </Select>
        )}
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            tone="primary"
            type="submit"
            isDisabled={column === null}
            isPending={form.isPending}
          >
            {t('card.make')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}

function useColumnsOf(boardId: string | null): BoardPlaces['columns'] {
  const { data } = useQuery({
    queryKey: ['board-places', boardId],
    queryFn: (): Promise<BoardPlaces> =>
      ask(api.boards[':id'].columns.$get({ param: { id: boardId ?? '' } })),
    enabled: boardId !== null,
    staleTime: 0,
  })
  return data?.columns ?? []
}
