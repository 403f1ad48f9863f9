import { createElement, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { type Late, LateCode, type LatePart, type Load, type Placed } from './late-code'

/**
 * A part of a page whose code is fetched when it is first shown. Where that cannot be had, its place
 * says so and offers to try again, and the page around it stays. `offline` words must be there.
 */
export const latePart = <P extends object>(load: Load<P>, waiting: ReactNode = null): LatePart<P> =>
  late({
    code: new LateCode(load),
    looks: { waiting, inPlace: ({ again }) => <Missing again={again} /> },
  })

/** The same for a window. */
export const lateWindow = <P extends { onClose(): void }>(load: Load<P>): LatePart<P> =>
  late({
    code: new LateCode(load),
    looks: {
      waiting: null,
      inPlace: ({ props, again }) => <MissingWindow onClose={props.onClose} again={again} />,
    },
  })

function late<P extends object>(of: Late<P>): LatePart<P> {
  const show = (props: P): ReactNode => <LatePlace of={of} props={props} />
  return Object.assign(show, { fetch: async () => void (await of.code.fetch()) })
}

function LatePlace<P extends object>({ of, props }: Placed<P>) {
  const { code, looks } = of
  const [isMissing, setIsMissing] = useState(false)
  const [, setIsHere] = useState(code.here !== null)
  useEffect(() => {
    // It may have come since this was drawn.
    if (code.here) return setIsHere(true)
    if (isMissing) return
    let isOver = false
    void code.fetch().then((isHere) => {
      if (isOver) return
      setIsHere(isHere)
      setIsMissing(!isHere)
    })
    return () => {
      isOver = true
    }
  }, [code, isMissing])
  if (code.here) {
    return <Suspense fallback={looks.waiting}>{createElement(code.here, props)}</Suspense>
  }
  return isMissing ? looks.inPlace({ props, again: () => setIsMissing(false) }) : looks.waiting
}

function Missing({ again }: { again: () => void }) {
  const { t } = useTranslation('offline')
  return (
    <Banner tone="warning" action={<Button onPress={again}>{t('part.again')}</Button>}>
      {t('part.missing')}
    </Banner>
  )
}

function MissingWindow({ onClose, again }: { onClose: () => void; again: () => void }) {
  const { t } = useTranslation('offline')
  return (
    <Dialog isOpen onOpenChange={(isOpen) => isOpen || onClose()} title={t('part.title')}>
      <p>{t('part.missing')}</p>
      <DialogFoot>
        <Button onPress={onClose}>{t('part.close')}</Button>
        <Button tone="primary" autoFocus onPress={again}>
          {t('part.again')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
