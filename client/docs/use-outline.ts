import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { currentHeading, type Heading, headingPositions, outlineOf, sameOutline } from './outline'
import { revealInToggles } from './toggle-view'

export type Outline = { headings: Heading[]; current: number; goTo: (heading: Heading) => void }

/** A heading that has come this far up the window is the one being read. */
const readingLine = () => window.innerHeight * 0.35

export function useOutline(editor: Editor): Outline {
  const headings = useHeadings(editor)
  const [current, setCurrent] = useState(0)

  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const tops = headingElements(editor).map((one) => one?.getBoundingClientRect().top ?? 0)
      setCurrent(currentHeading(tops.slice(0, headings.length), readingLine()))
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    later()
    // Whatever scrolls, the shell's main or the window: scrolling does not bubble, it is captured.
    document.addEventListener('scroll', later, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', later, { capture: true })
    }
  }, [editor, headings])

  const goTo = ({ nth }: Heading) => {
    const at = editor.isDestroyed ? undefined : headingPositions(editor.state.doc)[nth]
    if (at === undefined) return
    const heading = headingElements(editor)[nth] ?? null
    revealInToggles(heading)
    heading?.scrollIntoView({ block: 'start' })
    editor
      .chain()
      .setTextSelection(at + 1)
      .focus(undefined, { scrollIntoView: false })
      .run()
    // At once, for whoever types on. The chain's comes a frame later, when a menu has let go of it.
    editor.view.focus()
  }
  return { headings, current, goTo }
}

/** Read now and then while somebody writes: a long doc must not be gone through at each key. */
function useHeadings(editor: Editor): Heading[] {
  const [headings, setHeadings] = useState(() => outlineOf(editor.state.doc))
  useEffect(() => {
    let timer = 0
    const look = () => {
      timer = 0
      if (editor.isDestroyed) return
      const now = outlineOf(editor.state.doc)
      setHeadings((before) => (sameOutline(before, now) ? before : now))
    }
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) timer ||= window.setTimeout(look, lookAgainMs)
    }
    look()
    editor.on('transaction', later)
    return () => {
      editor.off('transaction', later)
      window.clearTimeout(timer)
    }
  }, [editor])
  return headings
}

/** However many write without a pause. */
const lookAgainMs = 250

function headingElements(editor: Editor): (Element | null)[] {
  if (editor.isDestroyed) return []
  return headingPositions(editor.state.doc).map((at) => {
    const dom = editor.view.nodeDOM(at)
    return dom instanceof Element ? dom : null
  })
}
