import type { DocCard, ProjectPage } from '@atelier/shared/projects/project'
import { CopyPlus, Ellipsis, FilePlus2, FolderInput, Plus, Star, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { useMyDocs } from './my-docs'
import { useCreateRoom } from './use-create-room'
import { useDocChanges } from './use-doc-changes'

type Props = {
  doc: DocCard
  project: ProjectPage
  acts: { move: (doc: DocCard) => void } | null
}

/** What one can do with a doc without opening it. */
export function DocRowMenu({ doc, project, acts }: Props) {
  const { t } = useTranslation('organise')
  const create = useCreateRoom(project.id)
  const { trash, duplicate, favour } = useDocChanges(project.id)
  const isFavourite = useMyDocs().data?.favourites.some(({ id }) => id === doc.id) ?? false
  const title = doc.title || t('untitled')
  const runs: Record<string, () => void> = {
    new: () => create.mutate({ parentId: doc.id }),
    favour: () => favour.mutate({ id: doc.id, wanted: !isFavourite }),
    duplicate: () => duplicate.mutate({ id: doc.id, title: doc.title, under: false }),
    move: () => acts?.move(doc),
    trash: () => trash.mutate({ id: doc.id, title: doc.title }),
  }
  return (
    <span className="doc-tree-acts">
      <MenuTrigger>
        <IconButton label={t('tree.menu', { title })} size="small">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
        <Menu
          aria-label={t('tree.menu', { title })}
          placement="bottom end"
          onAction={(id) => runs[String(id)]?.()}
        >
          <MenuItem id="favour" icon={<Star size={16} />}>
            {t(isFavourite ? 'favourite.remove' : 'favourite.add')}
          </MenuItem>
          {acts && (
            <>
              <MenuItem id="new" icon={<FilePlus2 size={16} />}>
                {t('tree.newInside')}
              </MenuItem>
              <MenuItem id="duplicate" icon={<CopyPlus size={16} />}>
                {t('duplicate.one')}
              </MenuItem>
              <MenuItem id="move" icon={<FolderInput size={16} />}>
                {t('move.action')}
              </MenuItem>
              <MenuSeparator />
              <MenuItem id="trash" icon={<Trash2 size={16} />} tone="danger">
                {t('bin.put')}
              </MenuItem>
            </>
          )}
        </Menu>
      </MenuTrigger>
      {acts && (
        <IconButton
          label={t('tree.newIn', { title })}
          size="small"
          onPress={() => create.mutate({ parentId: doc.id })}
        >
          <Plus size={16} aria-hidden />
        </IconButton>
      )}
    </span>
  )
}
