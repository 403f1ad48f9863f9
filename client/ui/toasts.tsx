import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'
import { type ToastWords, toastQueue } from './toast'

/** Once, at the root of the app. */
export function Toasts() {
  const { t } = useTranslation('ui')
  return (
    <ToastRegion
      queue={toastQueue}
      aria-label={t('notices')}
      className="fixed inset-x-4 bottom-4 z-50 flex flex-col-reverse items-center gap-2 outline-none sm:inset-x-auto sm:start-1/2 sm:-translate-x-1/2 rtl:sm:translate-x-1/2"
    >
      {({ toast: one }) => (
        <AriaToast
          toast={one}
          className={classNames(
            'appear flex min-h-11 max-w-full items-center gap-x-3 rounded-lg bg-inverse py-1.5 ps-4 pe-2 text-on-inverse text-sm shadow-float sm:max-w-lg',
            // On a phone, long words and what can be done about them stand below each other.
            one.content.action && 'flex-wrap justify-end sm:flex-nowrap',
          )}
        >
          <ToastContent className="min-w-0 flex-auto sm:flex-1">
            <Text slot="title" className="block">
              {one.content.tone === 'danger' && <span aria-hidden>⚠ </span>}
              {one.content.text}
            </Text>
          </ToastContent>
          {one.content.action && <ToastAction words={one.content.action} id={one.key} />}
          <Button slot="close" aria-label={t('dismiss')} className={classNames(toastButton, 'w-8')}>
            <X size={16} aria-hidden />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
}

const toastButton =
  'inline-flex h-8 shrink-0 cursor-pointer items-center justify-center rounded-md data-hovered:bg-on-inverse/15'

function ToastAction({ words, id }: { words: NonNullable<ToastWords['action']>; id: string }) {
  const press = () => {
    toastQueue.close(id)
    words.onPress()
  }
  return (
    <Button onPress={press} className={classNames(toastButton, 'px-2.5 font-semibold')}>
      {words.label}
    </Button>
  )
}
