import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay, type ModalOverlayProps } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { useEscapeFromNowhere } from './use-escape-from-nowhere'

const widths = {
  small: 'sm:max-w-md',
  medium: 'sm:max-w-xl',
  large: 'sm:max-w-3xl',
  page: 'sm:max-w-4xl',
}

export type DialogProps = Omit<ModalOverlayProps, 'className' | 'children'> & {
  title: string
  /** A sentence below the title. */
  description?: ReactNode
  /** A `page` is a place of its own: it fills a phone, and nearly the height of any other screen. */
  width?: keyof typeof widths
  /** Hides the title and close button, for dialogs that bring their own head; on phones they stand at
   * the top, clear of the keyboard. Still named by `title`. */
  bare?: boolean
  /** Only to be read: nothing inside takes the focus, so the window itself does, to be scrolled. */
  reading?: boolean
  children: ReactNode | ((opts: { close: () => void }) => ReactNode)
}

/**
 * A window over the page; on phones a sheet from the bottom. Put it in react-aria-components'
 * `DialogTrigger`, or control it by `isOpen` and `onOpenChange`. Escape and a press outside close it
 * (`isDismissable={false}` where that would lose written words).
 */
export function Dialog(props: DialogProps) {
  const { title, description, width = 'small', children, ...rest } = props
  const { bare = false, reading = false, ...overlay } = rest
  const isPage = width === 'page'
  const layer = useRef<HTMLElement>(null)
  const canEscape = !overlay.isKeyboardDismissDisabled
  return (
    <ModalOverlay
      isDismissable
      {...overlay}
      className={classNames(
        'fade-in fixed inset-0 z-40 flex justify-center bg-scrim sm:items-start sm:p-6',
        isPage ? 'sm:pt-[5vh]' : 'sm:pt-[12vh]',
        isPage ? 'items-stretch' : bare ? 'items-start p-3' : 'items-end',
      )}
    >
      <Modal
        className={classNames(
          'appear flex w-full flex-col overflow-hidden bg-raised shadow-float',
          isPage ? 'max-h-dvh sm:max-h-[90dvh]' : 'max-h-[92dvh] sm:max-h-[80dvh]',
          isPage ? 'sm:rounded-xl' : bare ? 'rounded-xl' : 'rounded-t-xl sm:rounded-xl',
          widths[width],
        )}
      >
        <AriaDialog
          ref={layer}
          aria-label={bare ? title : undefined}
          className="flex min-h-0 flex-1 flex-col outline-none"
        >
          {(opts) => (
            <>
              {canEscape && <EscapeFromNowhere layer={layer} close={opts.close} />}
              {!bare && <DialogHead title={title} description={description} close={opts.close} />}
              <div
                {...(reading && { tabIndex: 0, role: 'region', 'aria-label': title })}
                className={classNames('min-h-0 overflow-y-auto', !bare && 'px-6 pt-1 pb-6')}
              >
                {typeof children === 'function' ? children(opts) : children}
              </div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function EscapeFromNowhere(props: { layer: RefObject<HTMLElement | null>; close: () => void }) {
  useEscapeFromNowhere(props.layer, props.close)
  return null
}

function DialogHead(props: { title: string; description?: ReactNode; close: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <div className="flex items-start gap-4 px-6 pt-5 pb-3">
      <div className="min-w-0 flex-1 wrap-anywhere">
        <Heading slot="title" className="font-semibold text-lg">
          {props.title}
        </Heading>
        {props.description && <p className="mt-0.5 text-ink-soft text-sm">{props.description}</p>}
      </div>
      <IconButton label={t('close')} onPress={props.close} className="-me-2">
        <X size={18} />
      </IconButton>
    </div>
  )
}

/** The row of buttons at the end of a form in a dialog. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>
}
