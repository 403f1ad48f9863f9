import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoomPage } from '../../projects/project-records'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { Option, Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { useBoardId } from '../use-board-id'
import { useDuplicateBoard } from './use-duplicate-board'
import { useWritableProjects } from './use-writable-projects'

export type DuplicateTo = 'here' | 'elsewhere'

type Props = { to: DuplicateTo; onClose(): void }

/** A new board like this one, in its project or another, with its cards or as a form to fill. */
export function DuplicateBoardDialog({ to, onClose }: Props) {
  const { t } = useTranslation('board-copies')
  const { data: page } = useRoomPage('board', useBoardId())
  return (
    <Dialog
      isOpen
      title={t(to === 'here' ? 'board.title' : 'board.titleElsewhere')}
      description={t('board.intro')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {page && (
        <DuplicateForm to={to} title={page.title} ownId={page.project.id} onClose={onClose} />
      )}
    </Dialog>
  )
}

type FormProps = Props & { title: string; ownId: string }

function DuplicateForm({ to, title, ownId, onClose }: FormProps) {
  const { t } = useTranslation('board-copies')
  const navigate = useNavigate()
  const projects = useWritableProjects(ownId)
  const other = projects.find(({ id }) => id !== ownId)
  const [projectId, setProject] = useState(to === 'elsewhere' && other ? other.id : ownId)
  const named = title || t('board.untitled')
  const [name, setName] = useState(to === 'here' ? t('board.copyOf', { title: named }) : named)
  const [withCards, setWithCards] = useState(true)
  const duplicate = useDuplicateBoard(projectId, (id) => {
    onClose()
    return navigate({ to: '/boards/$boardId', params: { boardId: id } })
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    duplicate.mutate({ title: name.trim().slice(0, 200), withCards })
  }
  return (
    <form className="board-move" onSubmit={submit}>
      <TextField
        label={t('board.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
      />
      {projects.length > 1 && (
        <Select label={t('board.project')} value={projectId} onChange={setProject}>
          {projects.map((project) => (
            <Option key={project.id} id={project.id}>
              {project.title}
            </Option>
          ))}
        </Select>
      )}
      <Checkbox isSelected={withCards} onChange={setWithCards}>
        {t('board.withCards')}
      </Checkbox>
      {projectId !== ownId && (
        <p className="text-ink-soft text-sm text-pretty">{t('board.elsewhere')}</p>
      )}
      <DialogFoot>
        <Button onPress={onClose}>{t('board.cancel')}</Button>
        <Button type="submit" tone="primary" isPending={duplicate.isPending}>
          {t('board.go')}
        </Button>
      </DialogFoot>
    </form>
  )
}
