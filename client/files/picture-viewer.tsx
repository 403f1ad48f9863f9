import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Link } from 'react-aria-components/Link'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { downloadAddress, fileAddress } from '../api/file-address'
import { IconButton } from '../ui/icon-button'
import './picture-viewer.css'

export type ViewedPicture = { file: string; alt: string; caption: string }

/** What this device keeps of a picture, for when the server cannot be reached. */
type ViewerDesk = { keptAddress: (file: string) => Promise<string | null> }

type Props = {
  pictures: readonly ViewedPicture[]
  /** Which of them is looked at. */
  file: string
  desk: ViewerDesk
  onView: (file: string) => void
  onClose: () => void
}

/** One picture in full, over everything; arrow keys and buttons lead to its neighbours. */
export function PictureViewer({ pictures, file, desk, onView, onClose }: Props) {
  const { t } = useTranslation('files')
  const at = pictures.findIndex((one) => one.file === file)
  const picture = pictures[at] ?? { file, alt: '', caption: '' }
  const go = (step: 1 | -1) => {
    const next = pictures[at + step]
    if (next) onView(next.file)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const isRtl = document.documentElement.dir === 'rtl'
    if (key === 'ArrowRight') go(isRtl ? -1 : 1)
    if (key === 'ArrowLeft') go(isRtl ? 1 : -1)
  }
  const name = picture.alt || picture.caption
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fade-in viewer"
    >
      <Modal className="viewer-window">
        <Dialog aria-label={name || t('viewer.label')} className="viewer-dialog">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the whole window */}
          <div className="viewer-stage" onKeyDown={onKeyDown}>
            <header className="viewer-bar">
              <span className="viewer-count" role="status">
                {pictures.length > 1 && t('viewer.count', { at: at + 1, count: pictures.length })}
              </span>
              <Link
                href={downloadAddress(picture.file)}
                download
                aria-label={t('menu.download')}
                className="viewer-link"
              >
                <Download size={18} aria-hidden />
              </Link>
              {/* Without a tooltip of its own, which would take the first Escape for itself. */}
              <button
                type="button"
                className="viewer-link"
                aria-label={t('viewer.close')}
                onClick={onClose}
                // biome-ignore lint/a11y/noAutofocus: in a dialog the focus has to be somewhere
                autoFocus
              >
                <X size={18} aria-hidden />
              </button>
            </header>
            <ViewedImage key={picture.file} picture={picture} desk={desk} />
            {pictures.length > 1 && (
              <nav className="viewer-ways" aria-label={t('viewer.ways')}>
                <IconButton
                  label={t('viewer.previous')}
                  isDisabled={at <= 0}
                  onPress={() => go(-1)}
                >
                  <ChevronLeft size={20} />
                </IconButton>
                <IconButton
                  label={t('viewer.next')}
                  isDisabled={at >= pictures.length - 1}
                  onPress={() => go(1)}
                >
                  <ChevronRight size={20} />
                </IconButton>
              </nav>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Fits the window; a press on it shows it as large as it is, and back. */
function ViewedImage({ picture, desk }: { picture: ViewedPicture; desk: ViewerDesk }) {
  const { t } = useTranslation('files')
  const [isFull, setFull] = useState(false)
  const [kept, setKept] = useState<string | null>(null)
  const onError = async () => {
    if (kept === null) setKept(await desk.keptAddress(picture.file))
  }
  return (
    <figure className="viewer-figure" data-full={isFull || undefined}>
      <button
        type="button"
        className="viewer-picture"
        aria-label={t(isFull ? 'viewer.fit' : 'viewer.full')}
        onClick={() => setFull(!isFull)}
      >
        <img
          src={kept ?? fileAddress(picture.file)}
          alt={picture.alt}
          draggable={false}
          onError={() => void onError()}
        />
      </button>
      {picture.caption !== '' && <figcaption>{picture.caption}</figcaption>}
    </figure>
  )
}
