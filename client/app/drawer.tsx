import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { SidebarContents } from './sidebar'

/** The sidebar over the page, where the page is narrow. */
export function Drawer(props: {
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  onSearch: () => void
}) {
  const { t } = useTranslation('shell')
  const search = () => {
    props.onOpenChange(false)
    props.onSearch()
  }
  return (
    <ModalOverlay
      isDismissable
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      className="fade-in fixed inset-0 z-40 bg-scrim lg:hidden"
    >
      <Modal className="slide-in-start h-full w-[min(20rem,85vw)] bg-sunken shadow-float">
        <Dialog aria-label={t('menu')} className="flex h-full flex-col outline-none">
          <SidebarContents onSearch={search} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
