import { groupTitle } from '@atelier/shared/workshops/group-edits'
import type { Group } from '@atelier/shared/workshops/wall'
import { wallLimits } from '@atelier/shared/workshops/wall-shape'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { SharedTextField } from '../../sync/shared-text-field'
import { useNoteName } from '../wall/use-note-name'
import { nodeOf, useCanvasDesk } from './canvas-desk'
import type { GroupNode as Drawn } from './canvas-nodes'
import { usePicked } from './canvas-state'

/** The frame around notes that belong together, and what they are called. */
export const GroupNode = memo(
  function GroupNode({ data: { group } }: NodeProps<Drawn>) {
    const { state } = useCanvasDesk()
    const { t } = useTranslation('workshop-wall')
    const name = useNoteName()
    const isWritten = usePicked(state, ({ editing }) => editing === group.id)
    const isTarget = usePicked(state, ({ dropOn }) => dropOn === group.id)
    return (
      <div className="wall-group" data-target={isTarget || undefined}>
        <div className="wall-group-head">
          {isWritten ? (
            <GroupTitle group={group} />
          ) : (
            <h3
              className="wall-group-title"
              data-untitled={group.title === '' || undefined}
              dir="auto"
            >
              {name.ofGroup(group)}
            </h3>
          )}
          <span className="wall-group-count">
            {t('group.notes', { count: group.notes.length })}
          </span>
        </div>
      </div>
    )
  },
  (before, after) => before.data.group === after.data.group,
)

function GroupTitle({ group }: { group: Group }) {
  const { room, surface, state } = useCanvasDesk()
  const { t } = useTranslation('workshop-wall')
  const text = groupTitle(room.doc, group.id)
  if (!text) return null
  const end = () => {
    if (state.facts.editing === group.id) state.change({ editing: null })
  }
  const leave = () => {
    nodeOf(surface.current, group.id)?.focus({ preventScroll: true })
    end()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field inside
    <div
      className="wall-group-field nodrag nopan"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <SharedTextField
        text={text}
        label={t('group.title')}
        placeholder={t('group.placeholder')}
        maxLength={wallLimits.title}
        autoFocus
        onEnter={leave}
        onFocusChange={(focused) => !focused && end()}
      />
    </div>
  )
}
