/** A picture: its place is kept before it is loaded, and it says why when it cannot be shown. */
import type { NodeViewRenderer } from '@tiptap/core'
import { fileAddress, thumbnailAddress, whyNotShown } from '../api/file-address'
import { deskOf, type FileDesk } from './file-desk'
import { type PictureFacts, pictureFacts } from './picture-facts'
import { resizable } from './picture-resizing'
import { make, makeButton } from './view-parts'

export const pictureView: NodeViewRenderer = (props) => {
  const { editor } = props
  const desk = deskOf(editor)
  const dom = make('figure', 'picture')
  const frame = make('div', 'picture-frame')
  const image = make('img', 'picture-image')
  const note = make('div', 'picture-note')
  const caption = make('figcaption', 'picture-caption')
  const open = make('button', 'picture-open')
  let facts = pictureFacts(props.node)
  let node = props.node

  dom.dataset.picture = ''
  image.decoding = 'async'
  image.loading = 'lazy'
  image.draggable = false
  frame.append(image, open)
  dom.append(frame, caption)
  const loading = showImage({ desk, frame, image, note })
  const resizing = resizable(editor, { frame, getPos: props.getPos, facts: () => facts })
  open.type = 'button'
  open.contentEditable = 'false'
  // Where one can write, a press chooses the picture, and a second one opens it; keys open it at once.
  const opensAt = editor.isEditable ? 2 : 1
  open.addEventListener('click', ({ detail }) => {
    if (detail === 0 || detail === opensAt) desk.view(facts.file)
  })

  const draw = () => {
    dom.dataset.align = facts.align
    layOut(frame, facts)
    image.alt = facts.alt
    loading.show(facts)
    caption.textContent = facts.caption
    caption.hidden = facts.caption === ''
    const name = facts.alt || facts.caption
    if (name) dom.removeAttribute('aria-label')
    else dom.setAttribute('aria-label', desk.words('picture.undescribed'))
    open.setAttribute(
      'aria-label',
      desk.words(name ? 'picture.open' : 'picture.openUnnamed', { name }),
    )
  }
  draw()
  return {
    dom,
    ignoreMutation: () => true,
    stopEvent: (event) =>
      resizing.owns(event) ||
      note.contains(event.target as Node) ||
      (open === event.target && event.type.startsWith('key')),
    update(next) {
      if (next.type !== node.type) return false
      if (next.attrs !== node.attrs) {
        node = next
        facts = pictureFacts(next)
        draw()
      }
      return true
    },
    destroy: loading.stop,
  }
}

/** As wide as wished, as it is or as there is room; never higher than it is wide by its own shape. */
function layOut(frame: HTMLElement, { width, pixels, align }: PictureFacts): void {
  const wide = align === 'wide' ? '100%' : `${width ?? pixels?.width ?? 320}px`
  frame.style.inlineSize = wide
  frame.style.aspectRatio = pixels ? `${pixels.width} / ${pixels.height}` : ''
}

type Parts = { desk: FileDesk; frame: HTMLElement; image: HTMLImageElement; note: HTMLElement }

function showImage({ desk, frame, image, note }: Parts) {
  let shown: string | null | undefined
  const show = (facts: PictureFacts) => {
    if (shown !== facts.file) {
      shown = facts.file
      frame.dataset.state = 'loading'
      note.remove()
      const preview = shown === null ? undefined : desk.previewOf(shown)
      frame.style.backgroundImage = preview ? `url(${preview})` : ''
      if (shown === null) return tell('gone')
      image.src = fileAddress(shown)
    }
    if (shown !== null) chooseSize(image, shown, facts)
  }
  const tell = (why: 'gone' | 'unreachable') => {
    frame.dataset.state = why
    const words = make('p', '')
    words.textContent = desk.words(`picture.${why}`)
    note.replaceChildren(words)
    if (why === 'unreachable') {
      const retry = makeButton('upload-button', again)
      retry.textContent = desk.words('upload.retry')
      note.append(retry)
    }
    frame.append(note)
  }
  const again = () => {
    if (typeof shown !== 'string' || frame.dataset.state !== 'unreachable') return
    frame.dataset.state = 'loading'
    note.remove()
    image.src = fileAddress(shown)
  }
  image.addEventListener('load', () => {
    frame.dataset.state = 'shown'
    frame.style.backgroundImage = ''
  })
  image.addEventListener('error', async () => {
    const file = shown
    if (typeof file !== 'string') return
    const why = await whyNotShown(file)
    const kept = why === 'unreachable' && !isFromHere(image) ? await desk.keptAddress(file) : null
    if (shown !== file) return
    if (kept !== null) {
      image.removeAttribute('srcset')
      image.src = kept
    } else if (frame.dataset.state === 'loading') tell(why)
  })
  window.addEventListener('online', again)
  return { show, stop: () => window.removeEventListener('online', again) }
}

/** Whether it already shows what this device keeps. */
const isFromHere = ({ src, srcset }: HTMLImageElement) => src.startsWith('blob:') && srcset === ''

const thumbnailSide = 480

/** A small picture loads small. */
function chooseSize(image: HTMLImageElement, file: string, { width, align, pixels }: PictureFacts) {
  if (!pixels || Math.max(pixels.width, pixels.height) <= thumbnailSide) return
  const share = thumbnailSide / Math.max(pixels.width, pixels.height)
  const small = Math.round(pixels.width * share)
  image.sizes = align === 'wide' ? '100vw' : `${width ?? pixels.width}px`
  image.srcset = `${thumbnailAddress(file)} ${small}w, ${fileAddress(file)} ${pixels.width}w`
}
