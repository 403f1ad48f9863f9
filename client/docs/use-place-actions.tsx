import { useNavigate } from '@tanstack/react-router'
import {
  CopyPlus,
  FilePlus2,
  FolderInput,
  LayoutTemplate,
  Library,
  Star,
  StarOff,
  Trash2,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import { useCreateRoom } from '../projects/use-create-room'
import { useDocChanges } from '../projects/use-doc-changes'
import type { DocAction } from './doc-actions'
import type { DocDesk } from './doc-desk'
import { openDocDialog } from './doc-dialogs'
import { useDocFlags } from './use-doc-flags'

/** Where a doc stands and who may come in, as actions of its menu: only those this person may do. */
export function usePlaceActions({ docId, page }: DocDesk): DocAction[] {
  const { t } = useTranslation('organise')
  const can = useCan()
  const navigate = useNavigate()
  const projectId = page?.project.id ?? ''
  const { trash, duplicate, favour } = useDocChanges(projectId)
  const create = useCreateRoom(projectId)
  const flags = useDocFlags(docId)
  if (!page) return []
  const { rights, project, favourite, template } = page
  const { inLibrary } = rights
  const doc = { id: docId, title: page.title }
  const mayArrange = can('arrange', rights)
  const mayEditProject = can('edit', { kind: 'project', ...project })
  const offers: [boolean, DocAction][] = [
    [
      true,
      {
        id: 'favourite',
        group: 'doc',
        label: t(favourite ? 'favourite.remove' : 'favourite.add'),
        icon: favourite ? <StarOff size={16} /> : <Star size={16} />,
        run: () => favour.mutate({ id: docId, wanted: !favourite }),
      },
    ],
    [
      can('share', rights),
      {
        id: 'share',
        group: 'doc',
        label: t('share.action'),
        icon: <Users size={16} />,
        run: () => openDocDialog('share'),
      },
    ],
    [
      mayArrange && mayEditProject,
      {
        id: 'newInside',
        group: 'place',
        label: t('tree.newInside'),
        icon: <FilePlus2 size={16} />,
        run: () => create.mutate({ parentId: docId }),
      },
    ],
    [
      mayEditProject,
      {
        id: 'duplicate',
        group: 'place',
        label: t('duplicate.one'),
        icon: <CopyPlus size={16} />,
        run: () => duplicate.mutate({ ...doc, under: false }),
      },
    ],
    [
      mayEditProject,
      {
        id: 'duplicateAll',
        group: 'place',
        label: t('duplicate.all'),
        icon: <CopyPlus size={16} />,
        run: () => duplicate.mutate({ ...doc, under: true }),
      },
    ],
    [
      can('move', rights),
      {
        id: 'move',
        group: 'place',
        label: t('move.action'),
        icon: <FolderInput size={16} />,
        run: () => openDocDialog('move'),
      },
    ],
    [
      mayArrange,
      {
        id: 'template',
        group: 'place',
        label: t(template ? 'templates.stop' : 'templates.save'),
        icon: <LayoutTemplate size={16} />,
        run: () => flags.mutate({ template: !template }),
      },
    ],
    [
      can('share', rights),
      {
        id: 'library',
        group: 'place',
        label: t(inLibrary ? 'library.takeOut' : 'library.putIn'),
        icon: <Library size={16} />,
        run: () => flags.mutate({ inLibrary: !inLibrary }),
      },
    ],
    [
      mayArrange,
      {
        id: 'trash',
        group: 'end',
        label: t('bin.put'),
        icon: <Trash2 size={16} />,
        tone: 'danger',
        run: () =>
          trash.mutate(doc, {
            onSuccess: () =>
              void (project.title
                ? navigate({ to: '/projects/$projectId', params: { projectId } })
                : navigate({ to: '/' })),
          }),
      },
    ],
  ]
  return offers.flatMap(([isOffered, action]) => (isOffered ? [action] : []))
}
