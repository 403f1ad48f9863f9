import { readLatex } from '@atelier/shared/docs/maths'
import { NodeSelection } from '@tiptap/pm/state'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover'
import { TextArea } from '../ui/text-area'
import type { BlockQuestion } from './block-popovers'
import { attributesOf, changeBlock } from './change-block'
import { loadTypesetter } from './set-maths'

const longest = 5000

/** A formula as LaTeX, with what it looks like under it. Leaving it keeps what was written. */
export function MathsForm({ editor, asked, onClose }: BlockQuestion) {
  const { t } = useTranslation('blocks')
  const [before] = useState(() => readLatex(attributesOf(editor, asked).latex) ?? '')
  const [latex, setLatex] = useState(before)
  const isBlock = asked.beside.tagName === 'DIV'
  const { place, fault } = usePreview(latex, isBlock)
  const done = () => {
    if (latex.trim() === '') removeMaths()
    else if (latex !== before) changeBlock(editor, asked, { latex: latex.trim() })
    leave()
  }
  const leave = () => {
    const at = asked.at()
    const node = at === undefined ? null : editor.state.doc.nodeAt(at)
    if (at !== undefined && node) editor.commands.setTextSelection(at + node.nodeSize)
    onClose()
  }
  const removeMaths = () => {
    const at = asked.at()
    if (at === undefined) return
    editor.commands.command(({ tr }) => {
      if (tr.doc.nodeAt(at)) tr.setSelection(NodeSelection.create(tr.doc, at)).deleteSelection()
      return true
    })
  }
  // Escape too: a field keeps its keys to itself, and the popover would not hear of it.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
    event.preventDefault()
    done()
  }
  return (
    <Popover
      label={t('maths.label')}
      isOpen
      onOpenChange={(open) => !open && done()}
      triggerRef={{ current: asked.beside }}
      placement="bottom start"
      className="grid w-[min(26rem,calc(100vw-2rem))] gap-2"
    >
      <TextArea
        label={t('maths.latex')}
        value={latex}
        onChange={setLatex}
        onKeyDown={onKey}
        maxLength={longest}
        rows={isBlock ? 3 : 1}
        placeholder={t('maths.example')}
        error={latex.trim() === '' ? undefined : fault && t('maths.wrong', { fault })}
        className="maths-field"
        autoFocus
      />
      <div
        ref={place}
        className="maths-preview"
        data-empty={latex.trim() === '' || fault ? '' : undefined}
        aria-hidden
      />
      <div className="flex items-center justify-between gap-2">
        <p className="text-ink-faint text-xs">{t('maths.hint')}</p>
        <Button tone="primary" size="small" onPress={done}>
          {t('maths.done')}
        </Button>
      </div>
    </Popover>
  )
}

function usePreview(latex: string, display: boolean) {
  const place = useRef<HTMLDivElement>(null)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    loadTypesetter().then(
      (typeset) => {
        if (isWanted && place.current) setFault(typeset(latex, place.current, display))
      },
      (error: unknown) => console.error('The preview could not be drawn.', error),
    )
    return () => {
      isWanted = false
    }
  }, [latex, display])
  return { place, fault }
}
