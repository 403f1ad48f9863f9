import type { ProjectPage } from '@atelier/shared/projects/project'
import { FilePlus2, Plus, SquareKanban } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanInProject } from '../access/use-can'
import { ImportBoardButton } from '../exchange/boards/import-board-button'
import { useBoardImportDialog } from '../exchange/boards/use-board-import-dialog'
import { ImportButton } from '../exchange/import-button'
import { ProjectExchange } from '../exchange/project-exchange'
import { useImportDialog } from '../exchange/use-import-dialog'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { BinLink } from './bin-link'
import { BoardTile } from './board-tile'
import { DocTree } from './doc-tree'
import { FromTemplate } from './from-template'
import { useBinChanges } from './use-bin-changes'
import { useCreateRoom } from './use-create-room'

const OutcomesSection = lazy(async () => ({
  default: (await import('../outcomes/outcomes-section')).OutcomesSection,
}))
const EvidenceLine = lazy(async () => ({
  default: (await import('../publications/evidence-line')).EvidenceLine,
}))
const PublicationsSection = lazy(async () => ({
  default: (await import('../publications/publications-section')).PublicationsSection,
}))

const WorkshopsSection = lazy(async () => ({
  default: (await import('../workshops/kits/workshops-section')).WorkshopsSection,
}))

function Workshops({ project }: { project: ProjectPage }) {
  const { trash } = useBinChanges('workshop', project.id)
  return (
    <Suspense fallback={null}>
      <WorkshopsSection project={project} onTrash={(one) => trash.mutate(one)} />
    </Suspense>
  )
}

const Outcomes = ({ project }: { project: ProjectPage }) => (
  <Suspense fallback={null}>
    <OutcomesSection
      project={project}
      evidenceFor={(outcomeId) => (
        <Suspense fallback={null}>
          <EvidenceLine projectId={project.id} outcomeId={outcomeId} />
        </Suspense>
      )}
    />
    <PublicationsSection projectId={project.id} />
  </Suspense>
)

/** The docs, boards, workshops and outcomes of a project. */
export function ProjectWork({ project }: { project: ProjectPage }) {
  const mayEdit = useCanInProject('edit', project)
  const { open, dialog } = useImportDialog(project.id)
  const boards = useBoardImportDialog(project)
  const isEmpty = project.docs.length + project.boards.length === 0
  const Contents = isEmpty ? NothingYet : Everything
  return (
    <>
      <Contents project={project} mayEdit={mayEdit} onImport={open} onImportBoard={boards.open} />
      {isEmpty && (
        <div className="grid gap-10">
          <Workshops project={project} />
          <div>
            <Outcomes project={project} />
          </div>
        </div>
      )}
      {dialog}
      {boards.dialog}
    </>
  )
}

type Props = {
  project: ProjectPage
  mayEdit: boolean
  onImport: () => void
  onImportBoard: () => void
}

function Everything({ project, mayEdit, onImport, onImportBoard }: Props) {
  const { t } = useTranslation('projects')
  const create = useCreateRoom(project.id)
  const add = (kind: 'doc' | 'board') =>
    mayEdit && (
      <Button
        size="small"
        icon={<Plus size={15} />}
        isPending={create.isPending && create.variables === kind}
        onPress={() => create.mutate(kind)}
      >
        {t(`add.${kind}`)}
      </Button>
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <section>
        <SectionHead
          title={t('docsTitle')}
          action={
            <span className="flex items-center">
              {add('doc')}
              {mayEdit && <FromTemplate projectId={project.id} look="quiet" />}
              <ProjectExchange projectId={project.id} onImport={mayEdit ? onImport : null} />
            </span>
          }
        />
        {project.docs.length === 0 && <p className="text-ink-faint">{t('empty.docs')}</p>}
        {project.docs.length > 0 && <DocTree project={project} look="page" />}
        <BinLink projectId={project.id} />
      </section>
      <section>
        <SectionHead
          title={t('boardsTitle')}
          action={
            mayEdit && (
              <span className="flex items-center gap-1">
                {add('board')}
                <ImportBoardButton onPress={onImportBoard} look="icon" />
              </span>
            )
          }
        />
        {project.boards.length === 0 && <p className="text-ink-faint">{t('empty.boards')}</p>}
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-1">
          {project.boards.map((board) => (
            <BoardTile key={board.id} board={board} />
          ))}
        </ul>
        <div className="mt-10 grid gap-10">
          <Workshops project={project} />
          <div>
            <Outcomes project={project} />
          </div>
        </div>
      </section>
    </div>
  )
}

const SectionHead = ({ title, action }: { title: string; action: React.ReactNode }) => (
  <div className="mb-3 flex min-h-8 items-center justify-between">
    <h2 className="font-semibold text-lg">{title}</h2>
    {action}
  </div>
)

function NothingYet({ project, mayEdit, onImport, onImportBoard }: Props) {
  const { t } = useTranslation('projects')
  const create = useCreateRoom(project.id)
  return (
    <EmptyState
      scene="doc"
      title={t('empty.workTitle')}
      action={
        mayEdit && (
          <>
            <Button
              tone="primary"
              icon={<FilePlus2 size={16} />}
              isDisabled={create.isPending}
              onPress={() => create.mutate('doc')}
            >
              {t('add.doc')}
            </Button>
            <Button
              icon={<SquareKanban size={16} />}
              isDisabled={create.isPending}
              onPress={() => create.mutate('board')}
            >
              {t('add.board')}
            </Button>
            <FromTemplate projectId={project.id} look="button" />
            <ImportButton onPress={onImport} />
            <ImportBoardButton onPress={onImportBoard} look="button" />
          </>
        )
      }
    >
      <p>{t(mayEdit ? 'empty.work' : 'empty.workReading')}</p>
      <BinLink projectId={project.id} />
    </EmptyState>
  )
}
