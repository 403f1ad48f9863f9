/** What stands in the text while a file is on its way: what it is, how far it is, what went wrong. */
import { codeOf } from '../api/request-failed'
import type { Upload } from '../files/uploads'
import type { FileDesk } from './file-desk'
import { make, makeButton } from './view-parts'

type View = { dom: HTMLElement; redraw: () => void }

/** One element for each upload, the same each time it is asked for. */
export class UploadViews {
  readonly #desk: FileDesk
  readonly #cancel: (id: string) => void
  readonly #views = new Map<string, View>()

  constructor(desk: FileDesk, cancel: (id: string) => void) {
    this.#desk = desk
    this.#cancel = cancel
  }

  /** Says from now on what becomes of each; returns how to stop. */
  watch(): () => void {
    return this.#desk.uploads.subscribe(() => {
      for (const { redraw } of this.#views.values()) redraw()
    })
  }

  draw = (id: string): HTMLElement => {
    const view = this.#views.get(id) ?? this.#make(id)
    this.#views.set(id, view)
    view.redraw()
    return view.dom
  }

  forget(id: string): void {
    this.#views.delete(id)
  }

  #make(id: string): View {
    const desk = this.#desk
    const file = desk.uploads.get(id)?.file
    const dom = make('div', 'upload')
    const picture = make('img', 'upload-picture')
    const foot = make('div', 'upload-foot')
    const words = make('p', 'upload-words')
    const bar = make('progress', 'upload-bar')
    const retry = makeButton('upload-button', () => desk.uploads.retry(id))
    const cancel = makeButton('upload-button', () => this.#cancel(id))
    const preview = file && isDrawable(file) ? desk.makePreview(id, file) : null
    dom.contentEditable = 'false'
    dom.dataset.upload = ''
    words.setAttribute('role', 'status')
    bar.max = 1
    foot.append(words, bar, retry, cancel)
    if (preview !== null) {
      picture.alt = ''
      picture.src = preview
      // Bytes that only claim to be a picture.
      picture.addEventListener('error', () => picture.remove())
      dom.append(picture)
    }
    dom.append(foot)
    const redraw = () => {
      const upload = desk.uploads.get(id)
      if (upload) fill(desk, upload, { dom, words, bar, retry, cancel })
    }
    return { dom, redraw }
  }
}

/** What browsers draw; whether it is one is for the server to say. */
const isDrawable = ({ type }: File) => /^image\/(png|jpeg|gif|webp|avif)$/.test(type)

type Parts = {
  dom: HTMLElement
  words: HTMLElement
  bar: HTMLProgressElement
  retry: HTMLButtonElement
  cancel: HTMLButtonElement
}

const waitsForNetwork = ({ state, isKept }: Upload) =>
  state.kind === 'failed' && isKept !== false && codeOf(state.error) === 'unreachable'

function fill(desk: FileDesk, upload: Upload, parts: Parts): void {
  const { dom, words, bar, retry, cancel } = parts
  const { state } = upload
  const { name } = upload.file
  const isFailed = state.kind === 'failed'
  const said = isFailed
    ? desk.explain(state.error, upload)
    : desk.words(`upload.${state.kind}`, { name })
  // Nothing is wrong with what is kept until somebody answers.
  dom.dataset.state = isFailed && waitsForNetwork(upload) ? 'kept' : state.kind
  if (words.textContent !== said) words.textContent = said
  bar.hidden = isFailed
  retry.hidden = !isFailed
  if (state.kind === 'sending' && state.share > 0) bar.value = state.share
  else bar.removeAttribute('value')
  bar.setAttribute('aria-label', desk.words('upload.progress', { name }))
  retry.textContent = desk.words('upload.retry')
  cancel.textContent = desk.words(isFailed ? 'upload.remove' : 'upload.cancel')
  retry.setAttribute('aria-label', desk.words('upload.retryNamed', { name }))
  cancel.setAttribute(
    'aria-label',
    desk.words(isFailed ? 'upload.removeNamed' : 'upload.cancelNamed', { name }),
  )
}
