import { useTranslation } from 'react-i18next'
import { useCan } from '../../access/use-can'
import { useProjectPage, useProjects } from '../../projects/project-records'
import { Option, Select } from '../../ui/select'

type Props = {
  /** The board the card is on, and its project. */
  own: { boardId: string; projectId: string }
  projectId: string
  boardId: string | null
  onChange(projectId: string, boardId: string | null): void
}

/** Which board a card goes to: of the projects in which this person may edit. Nothing where there is but one. */
export function BoardTarget({ own, projectId, boardId, onChange }: Props) {
  const { t } = useTranslation('board-moves')
  const can = useCan()
  const { data: projects = [] } = useProjects()
  const { data: project } = useProjectPage(projectId)
  const open = projects.filter(({ id, workspaceId, role, archived }) => {
    const mayEdit = can('edit', { kind: 'project', workspaceId, role, archived })
    return id === own.projectId || mayEdit
  })
  const boards = project?.boards ?? []
  const isOwn = projectId === own.projectId
  if (isOwn && open.length < 2 && boards.length < 2) return null
  const chooseProject = (id: string) => onChange(id, id === own.projectId ? own.boardId : null)
  return (
    <>
      {open.length > 1 && (
        <Select label={t('project')} value={projectId} onChange={chooseProject}>
          {open.map(({ id, title }) => (
            <Option key={id} id={id}>
              {title}
            </Option>
          ))}
        </Select>
      )}
      {project && boards.length === 0 ? (
        <p className="text-ink-soft text-sm">{t('noBoards')}</p>
      ) : (
        <Select
          label={t('board')}
          value={boardId}
          placeholder={t('chooseBoard')}
          onChange={(id) => onChange(projectId, id)}
        >
          {boards.map(({ id, title }) => (
            <Option key={id} id={id}>
              {id === own.boardId
                ? t('thisBoard', { title: title || t('untitledBoard') })
                : title || t('untitledBoard')}
            </Option>
          ))}
        </Select>
      )}
    </>
  )
}
