import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { Group, Maximize, Minus, Plus, Redo2, ScanEye, StickyNote, Undo2, Wand } from 'lucide-react'
import { Button as AriaButton, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { toast } from '../../ui/toast'
import { callAll } from './calls'
import { useCanvasDesk } from './canvas-desk'
import { usePicked } from './canvas-state'
import { moveMs } from './look-at'
import type { KeyHands } from './use-canvas-keys'
import { viewOf } from './use-own-presence'

/** What is done on the canvas, beside it: nothing of it needs a drag or a key. */
export function CanvasBar({ hands, mayCall }: { hands: KeyHands; mayCall: boolean }) {
  const { t } = useTranslation('workshop-wall')
  const { editable, acts } = useCanvasDesk()
  const group = () => {
    const ids = hands.chosen()
    if (ids.length > 0) acts.group(ids)
    else toast({ text: t('canvas.chooseFirst') })
  }
  return (
    <Toolbar aria-label={t('canvas.tools')} className="wall-bar">
      {editable && (
        <>
          <AriaButton className="wall-bar-add" onPress={hands.addHere}>
            <StickyNote size={16} aria-hidden />
            {t('canvas.add')}
          </AriaButton>
          <IconButton
            label={t('canvas.undo')}
            shortcut={['Mod', 'Z']}
            placement="top"
            onPress={acts.undo}
          >
            <Undo2 size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t('canvas.redo')}
            shortcut={['Mod', 'Shift', 'Z']}
            placement="top"
            onPress={acts.redo}
          >
            <Redo2 size={18} aria-hidden />
          </IconButton>
          <IconButton label={t('canvas.group')} shortcut={['G']} placement="top" onPress={group}>
            <Group size={18} aria-hidden />
          </IconButton>
          <span className="wall-bar-line" />
        </>
      )}
      <LaserButton />
      {mayCall && <CallButton />}
      <span className="wall-bar-line" />
      <Zoom fit={hands.fit} />
    </Toolbar>
  )
}

function LaserButton() {
  const { t } = useTranslation('workshop-wall')
  const { state } = useCanvasDesk()
  const isOn = usePicked(state, ({ isLaser }) => isLaser)
  return (
    <IconButton
      label={t('canvas.laser')}
      shortcut={['L']}
      placement="top"
      isOn={isOn}
      aria-pressed={isOn}
      onPress={() => state.change({ isLaser: !isOn })}
    >
      <Wand size={18} aria-hidden />
    </IconButton>
  )
}

function CallButton() {
  const { t } = useTranslation('workshop-wall')
  const { room, announce } = useCanvasDesk()
  const flow = useStoreApi()
  const call = () => {
    callAll(room.awareness, viewOf(flow.getState()))
    announce(t('canvas.called'))
  }
  return (
    <IconButton label={t('canvas.call')} placement="top" onPress={call}>
      <ScanEye size={18} aria-hidden />
    </IconButton>
  )
}

function Zoom({ fit }: { fit(): void }) {
  const { t } = useTranslation('workshop-wall')
  const { zoomIn, zoomOut, zoomTo } = useReactFlow()
  const percent = useStore(({ transform: [, , zoom] }) => Math.round(zoom * 100))
  const duration = moveMs()
  return (
    <>
      <IconButton
        className="max-sm:hidden"
        label={t('canvas.zoomOut')}
        shortcut={['-']}
        placement="top"
        onPress={() => void zoomOut({ duration })}
      >
        <Minus size={18} aria-hidden />
      </IconButton>
      <AriaButton
        className="wall-bar-zoom"
        aria-label={t('canvas.zoomOne', { percent })}
        onPress={() => void zoomTo(1, { duration })}
      >
        {t('canvas.percent', { percent })}
      </AriaButton>
      <IconButton
        className="max-sm:hidden"
        label={t('canvas.zoomIn')}
        shortcut={['+']}
        placement="top"
        onPress={() => void zoomIn({ duration })}
      >
        <Plus size={18} aria-hidden />
      </IconButton>
      <IconButton label={t('canvas.fit')} shortcut={['1']} placement="top" onPress={fit}>
        <Maximize size={18} aria-hidden />
      </IconButton>
    </>
  )
}
