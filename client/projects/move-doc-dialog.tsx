import {
  type Branch,
  type DocPlace,
  subtreeOf,
  treeOf,
  waysTo,
} from '@atelier/shared/docs/doc-tree'
import type { DocCard, ProjectCard, ProjectPage } from '@atelier/shared/projects/project'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import { Button } from '../ui/button'
import { ComboBox } from '../ui/combo-box'
import { Dialog, DialogFoot } from '../ui/dialog'
import { Option, Select } from '../ui/select'
import { toast } from '../ui/toast'
import { useProjects } from './project-records'
import { useMoveDoc } from './use-move-doc'
import { usePlaceDoc } from './use-place-doc'

type Doc = Pick<DocCard, 'id' | 'title'>
type Props = { project: ProjectPage; doc: Doc; onClose: () => void }

/** "Move…": another place in the tree, or another project, for everybody who does not drag. */
export function MoveDocDialog({ project, doc, onClose }: Props) {
  const { t } = useTranslation('organise')
  const title = t('move.title', { title: doc.title || t('untitled') })
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={title}>
      <MoveDocForm project={project} doc={doc} onClose={onClose} />
    </Dialog>
  )
}

const top = 'top'
const first = 'first'

function MoveDocForm({ project, doc, onClose }: Props) {
  const { t } = useTranslation('organise')
  const projects = useProjectsToMoveTo(project)
  const place = usePlaceDoc(project.id, (text) => toast({ text }))
  const move = useMoveDoc(project)
  const [projectId, setProjectId] = useState<string | null>(project.id)
  const [under, setUnder] = useState<string>(waysTo(project.docs, doc.id).at(-1)?.id ?? top)
  const [after, setAfter] = useState<string | null>(null)
  const siblings = siblingsUnder(project.docs, under, doc.id)
  const isHere = projectId === project.id
  const leadsThere = useLeads(projects.find(({ id }) => id === projectId))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    if (!isHere && projectId) move.mutate({ doc, projectId })
    else place(doc.id, placeOf(under, after, siblings))
  }
  return (
    <form onSubmit={submit} className="grid gap-5">
      {projects.length > 1 && (
        <Select label={t('move.project')} value={projectId} onChange={setProjectId}>
          {projects.map(({ id, title }) => (
            <Option key={id} id={id}>
              {title}
            </Option>
          ))}
        </Select>
      )}
      {isHere ? (
        <>
          <UnderField docs={project.docs} docId={doc.id} under={under} onChange={setUnder} />
          {siblings.length > 0 && (
            <Select
              label={t('move.place')}
              value={after ?? siblings.at(-1)?.id ?? first}
              onChange={setAfter}
            >
              <Option id={first}>{t('move.first')}</Option>
              {siblings.map(({ id, title }) => (
                <Option key={id} id={id}>
                  {t('move.after', { title: title || t('untitled') })}
                </Option>
              ))}
            </Select>
          )}
        </>
      ) : (
        <p className="text-ink-soft text-sm">
          {t('move.words')} {t(leadsThere ? 'move.staysShared' : 'move.endsShared')}
        </p>
      )}
      <DialogFoot>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" tone="primary">
          {t('move.submit')}
        </Button>
      </DialogFoot>
    </form>
  )
}

function UnderField(props: {
  docs: readonly DocCard[]
  docId: string
  under: string
  onChange: (under: string) => void
}) {
  const { t } = useTranslation('organise')
  const own = new Set(subtreeOf(props.docs, props.docId).map(({ id }) => id))
  const others = inOrder(treeOf(props.docs.filter(({ id }) => !own.has(id))))
  return (
    <ComboBox
      label={t('move.under')}
      value={props.under}
      onChange={(chosen) => props.onChange(chosen ?? top)}
      nothing={t('move.nothing')}
    >
      <Option id={top}>{t('move.top')}</Option>
      {[...others].map((one) => (
        <Option
          key={one.id}
          id={one.id}
          hint={waysTo(props.docs, one.id)
            .map(({ title }) => title || t('untitled'))
            .join(' › ')}
        >
          {one.title || t('untitled')}
        </Option>
      ))}
    </ComboBox>
  )
}

const inOrder = (branches: readonly Branch<DocCard>[]): DocCard[] =>
  branches.flatMap(({ doc, under }) => [doc, ...inOrder(under)])

const siblingsUnder = (docs: readonly DocCard[], under: string, docId: string) =>
  docs.filter((one) => one.id !== docId && (waysTo(docs, one.id).at(-1)?.id ?? top) === under)

function placeOf(under: string, after: string | null, siblings: readonly DocCard[]): DocPlace {
  const parentId = under === top ? null : under
  const [head] = siblings
  if (after === first && head) return { parentId, before: head.id }
  return siblings.some(({ id }) => id === after) && after ? { parentId, after } : { parentId }
}

function useLeads(project: ProjectCard | undefined): boolean {
  const can = useCan()
  if (!project) return false
  const { workspaceId, role, archived } = project
  return can('manage', { kind: 'project', workspaceId, role, archived })
}

function useProjectsToMoveTo(own: ProjectPage) {
  const can = useCan()
  const { data = [] } = useProjects()
  return data.filter(
    ({ id, workspaceId, role, archived }) =>
      id === own.id || can('edit', { kind: 'project', workspaceId, role, archived }),
  )
}
