/** Where no files can be: one that is dropped or pasted is refused, and never opened in place of the page. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { hasWords } from './doc-files'

export type NoFilesOptions = { refuse(): void }

export const NoFiles = Extension.create<NoFilesOptions>({
  name: 'noFiles',
  addOptions: () => ({ refuse: () => undefined }),
  addProseMirrorPlugins() {
    const { refuse } = this.options
    const isRefused = (event: Event, files: FileList | undefined): boolean => {
      if (!files || files.length === 0) return false
      event.preventDefault()
      refuse()
      return true
    }
    return [
      new Plugin({
        props: {
          handleDrop: (view, event) =>
            !view.dragging && isRefused(event, event.dataTransfer?.files),
          handlePaste: (_view, event) =>
            !hasWords(event.clipboardData) && isRefused(event, event.clipboardData?.files),
        },
      }),
    ]
  },
})
