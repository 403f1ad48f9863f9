import { type Branch, treeOf, waysTo } from '@atelier/shared/docs/doc-tree'
import type { DocCard, ProjectPage } from '@atelier/shared/projects/project'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Tree } from 'react-aria-components/Tree'
import { useTranslation } from 'react-i18next'
import { useCanInProject } from '../access/use-can'
import { LiveRegion, useAnnouncer } from '../ui/announcer'
import { DocTreeRow } from './doc-tree-row'
import { MoveDocDialog } from './move-doc-dialog'
import { setUnfolded, unfold, useUnfolded } from './tree-memory'
import { useDocChanges } from './use-doc-changes'
import { useDocDrag } from './use-doc-drag'
import { usePlaceDoc } from './use-place-doc'
import { useTreeKeys } from './use-tree-keys'
import './doc-tree.css'

type Props = {
  project: ProjectPage
  /** The doc that is open: its row is marked, and what it stands under unfolded. */
  current?: string | undefined
  /** `side` is narrow and says titles only. */
  look: 'side' | 'page'
}

/** The docs of a project as they stand under each other, to be opened and arranged. */
export function DocTree({ project, current, look }: Props) {
  const { t } = useTranslation('organise')
  const navigate = useNavigate()
  const { docs } = project
  const mayArrange = useCanInProject('edit', project)
  const { announce, said } = useAnnouncer()
  const place = usePlaceDoc(project.id, announce)
  const { trash } = useDocChanges(project.id)
  const [moving, setMoving] = useState<DocCard | null>(null)
  const unfolded = useUnfoldedIn(docs, current)
  const dragAndDropHooks = useDocDrag(docs, !mayArrange, place)
  const press = useTreeKeys(docs, mayArrange ? { place, trash: trash.mutate } : null)
  const branches = useMemo(() => treeOf(docs).map(withId), [docs])
  const acts = mayArrange ? { move: setMoving } : null
  return (
    <div className="doc-tree" data-look={look} onKeyDownCapture={press}>
      <Tree
        aria-label={t('tree.label', { project: project.title })}
        items={branches}
        dependencies={[current, mayArrange]}
        expandedKeys={unfolded}
        onExpandedChange={(keys) =>
          setUnfolded(new Set(docs.map(({ id }) => id)), [...keys].map(String))
        }
        onAction={(id) => void navigate({ to: '/docs/$docId', params: { docId: String(id) } })}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(branch) => (
          <DocTreeRow branch={branch} project={project} current={current} look={look} acts={acts} />
        )}
      </Tree>
      <LiveRegion said={said} />
      {moving && <MoveDocDialog project={project} doc={moving} onClose={() => setMoving(null)} />}
    </div>
  )
}

/** What a collection wants of its items. */
export type Row = { id: string; doc: DocCard; under: Row[] }
const withId = ({ doc, under }: Branch<DocCard>): Row => ({
  id: doc.id,
  doc,
  under: under.map(withId),
})

function useUnfoldedIn(docs: readonly DocCard[], current: string | undefined) {
  const unfolded = useUnfolded()
  const above = useMemo(
    () =>
      waysTo(docs, current ?? '')
        .map(({ id }) => id)
        .join(' '),
    [docs, current],
  )
  useEffect(() => {
    if (above) unfold(above.split(' '))
  }, [above])
  return unfolded
}
