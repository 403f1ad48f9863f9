import { type ClipboardEvent, type DragEvent, useState } from 'react'

type Handlers = {
  onDragOver(event: DragEvent<HTMLElement>): void
  onDragLeave(event: DragEvent<HTMLElement>): void
  onDrop(event: DragEvent<HTMLElement>): void
  onPaste(event: ClipboardEvent<HTMLElement>): void
}

/** Takes files that are dropped or pasted anywhere in it, but where a text takes them for itself. */
export function useFileDrop(add: ((files: readonly File[]) => void) | null): {
  isOver: boolean
  handlers: Partial<Handlers>
} {
  const [isOver, setOver] = useState(false)
  if (!add) return { isOver: false, handlers: {} }
  const isOurs = (event: DragEvent) =>
    !isInText(event.target) && event.dataTransfer.types.includes('Files')
  const handlers: Handlers = {
    onDragOver(event) {
      setOver(isOurs(event))
      if (!isOurs(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    },
    onDragLeave({ currentTarget, relatedTarget }) {
      if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false)
    },
    onDrop(event) {
      setOver(false)
      if (event.defaultPrevented || !isOurs(event)) return
      event.preventDefault()
      add([...event.dataTransfer.files])
    },
    onPaste(event) {
      const files = [...event.clipboardData.files]
      const isText = event.clipboardData.getData('text/plain') !== ''
      if (event.defaultPrevented || isInText(event.target) || isText || files.length === 0) return
      event.preventDefault()
      add(files)
    },
  }
  return { isOver, handlers }
}

const isInText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.isContentEditable
