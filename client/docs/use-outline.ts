import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { currentHeading, type Heading, outlineOf } from './outline'

export type Outline = { headings: Heading[]; current: number; goTo: (heading: Heading) => void }

/** A heading that has come this far up the window is the one being read. */
const readingLine = () => window.innerHeight * 0.35

export function useOutline(editor: Editor): Outline {
  const headings = useEditorState({
    editor,
    selector: ({ editor }) => outlineOf(editor.state.doc),
    equalityFn: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const [current, setCurrent] = useState(0)

  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const tops = headings.map(({ at }) => elementAt(editor, at)?.getBoundingClientRect().top ?? 0)
      setCurrent(currentHeading(tops, readingLine()))
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    // Whatever scrolls, the shell's main or the window: scrolling does not bubble, it is captured.
    document.addEventListener('scroll', later, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', later, { capture: true })
    }
  }, [editor, headings])

  const goTo = ({ at }: Heading) => {
    elementAt(editor, at)?.scrollIntoView({ block: 'start' })
    editor
      .chain()
      .setTextSelection(at + 1)
      .focus(undefined, { scrollIntoView: false })
      .run()
  }
  return { headings, current, goTo }
}

function elementAt(editor: Editor, at: number): Element | null {
  if (editor.isDestroyed) return null
  const dom = editor.view.nodeDOM(at)
  return dom instanceof Element ? dom : null
}
