import { type DocPlace, subtreeOf, waysTo } from '@atelier/shared/docs/doc-tree'
import type { DocCard } from '@atelier/shared/projects/project'
import {
  type DragAndDropHooks,
  DropIndicator,
  type DropTarget,
  useDragAndDrop,
} from 'react-aria-components/useDragAndDrop'
import { useTranslation } from 'react-i18next'

const dragType = 'application/x-atelier-doc'

/** Drag of docs within one tree, by mouse, keyboard and screen reader: between others, or onto one. */
export function useDocDrag(
  docs: readonly DocCard[],
  isDisabled: boolean,
  place: (id: string, place: DocPlace) => void,
): DragAndDropHooks {
  const { t } = useTranslation('organise')
  const parentOf = (id: string) => waysTo(docs, id).at(-1)?.id ?? null
  const titleOf = (id: string) => docs.find((doc) => doc.id === id)?.title || t('untitled')
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled,
    getItems: (keys) =>
      [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': titleOf(String(key)) })),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ['move'],
    getDropOperation: () => 'move',
    onMove({ keys, target }) {
      const over = String(target.key)
      for (const id of [...keys].map(String)) {
        if (!subtreeOf(docs, id).some((doc) => doc.id === over)) {
          place(id, placeOf(over, target.dropPosition, parentOf))
        }
      }
    },
    renderDropIndicator: (target) => <Indicator target={target} docs={docs} />,
    renderDragPreview: (items) => (
      <div className="doc-tree-preview">{items[0]?.['text/plain']}</div>
    ),
  })
  return dragAndDropHooks
}

function placeOf(
  over: string,
  position: 'before' | 'on' | 'after',
  parentOf: (id: string) => string | null,
): DocPlace {
  if (position === 'on') return { parentId: over }
  return position === 'before'
    ? { parentId: parentOf(over), before: over }
    : { parentId: parentOf(over), after: over }
}

/** As far in as what it will stand beside. */
function Indicator({ target, docs }: { target: DropTarget; docs: readonly DocCard[] }) {
  const depth = target.type === 'item' ? waysTo(docs, String(target.key)).length : 0
  return (
    <DropIndicator
      target={target}
      className="doc-tree-drop"
      style={{ '--depth': depth } as React.CSSProperties}
    />
  )
}
