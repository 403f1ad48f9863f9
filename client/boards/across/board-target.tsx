import { useTranslation } from 'react-i18next'
import { useProjectPage } from '../../projects/project-records'
import { Option, Select } from '../../ui/select'
import { useWritableProjects } from './use-writable-projects'

type Props = {
  /** The board the card is on, and its project. */
  own: { boardId: string; projectId: string }
  projectId: string
  boardId: string | null
  onChange(projectId: string, boardId: string | null): void
  /** The server carries it over, so nothing can be chosen without one. */
  isOnline: boolean
}

/** Which board a card goes to: of the projects in which this person may edit. Nothing where there is but one. */
export function BoardTarget({ own, projectId, boardId, onChange, isOnline }: Props) {
  const { t } = useTranslation('board-moves')
  const open = useWritableProjects(own.projectId)
  const { data: project } = useProjectPage(projectId)
  const boards = project?.boards ?? []
  const without = isOnline ? undefined : t('needsNetwork')
  if (without && !project) return <p className="text-ink-soft text-sm">{without}</p>
  const isOwn = projectId === own.projectId
  if (isOwn && open.length < 2 && boards.length < 2) return null
  const chooseProject = (id: string) => onChange(id, id === own.projectId ? own.boardId : null)
  return (
    <>
      {open.length > 1 && (
        <Select
          label={t('project')}
          value={projectId}
          onChange={chooseProject}
          isDisabled={!isOnline}
        >
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
          // What describes a field is looked for once.
          key={without}
          label={t('board')}
          value={boardId}
          isDisabled={!project || !isOnline}
          placeholder={t('chooseBoard')}
          description={without}
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
