import type { Participant } from '@atelier/shared/workshops/workshop'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { ScanEye, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { type Call, createCallListener } from './calls'
import { useCanvasDesk } from './canvas-desk'
import { lookAt, type View } from './look-at'
import { viewOf } from './use-own-presence'

/** `from`: where this person looked before; null where they write something and have not been moved. */
type Heard = { call: Call; from: View | null }

/** “Look here” of whoever facilitates: the view goes there, and back at a press. */
export function CallBanner({ people }: { people: readonly Participant[] }) {
  const { t } = useTranslation('workshop-wall')
  const { state } = useCanvasDesk()
  const flow = useReactFlow()
  const [heard, setHeard] = useState<Heard | null>(null)
  useCalls(people, setHeard)
  if (!heard) return null
  const { call, from } = heard
  const go = (view: View) => {
    state.change({ following: null })
    lookAt(flow, view)
    setHeard(null)
  }
  return (
    <div className="wall-banner" data-kind="call">
      <ScanEye size={16} aria-hidden />
      <span dir="auto">{t('canvas.calls', { name: call.name })}</span>
      <Button size="small" onPress={() => go(from ?? call.view)}>
        {t(from ? 'canvas.goBack' : 'canvas.lookThere')}
      </Button>
      <IconButton size="small" label={t('canvas.close')} onPress={() => setHeard(null)}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  )
}

function useCalls(people: readonly Participant[], tell: (heard: Heard) => void): void {
  const { room, state, announce } = useCanvasDesk()
  const { t } = useTranslation('workshop-wall')
  const flow = useReactFlow()
  const store = useStoreApi()
  const leads = useRef<ReadonlySet<string>>(new Set())
  leads.current = new Set(
    people.flatMap(({ role, personId, id }) => (role === 'facilitator' ? [personId ?? id] : [])),
  )
  useEffect(() => {
    const { awareness } = room
    const newest = createCallListener(awareness, (id) => leads.current.has(id))
    const hear = ({ added, updated }: { added: number[]; updated: number[] }) => {
      const call = newest([...added, ...updated])
      if (!call) return
      const isWriting = state.facts.editing !== null
      announce(t('canvas.calls', { name: call.name }))
      tell({ call, from: isWriting ? null : viewOf(store.getState()) })
      if (isWriting) return
      state.change({ following: null })
      lookAt(flow, call.view)
    }
    awareness.on('change', hear)
    return () => awareness.off('change', hear)
  }, [room, state, announce, t, flow, store, tell])
}
