import { createElement, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { type Late, LateCode, type LatePart, type Load, type Placed } from './late-code'
import { TakesFocus } from './takes-focus'

/**
 * A part of a page whose code is fetched when it is first shown. Where that cannot be had, its place
 * says so and offers to try again, and the page around it stays. `offline` words must be there.
 */
export const latePart = <P extends object>(load: Load<P>, waiting: ReactNode = null): LatePart<P> =>
  late({
    code: new LateCode(load),
    looks: { waiting, inPlace: ({ props: _, ...missing }) => <Missing {...missing} /> },
  })

/** The same for a window. */
export const lateWindow = <P extends { onClose(): void }>(load: Load<P>): LatePart<P> =>
  late({
    code: new LateCode(load),
    looks: {
      waiting: null,
      // The window that comes gives the focus back to where it is now: not to a button that goes.
      inPlace: ({ props, isTrying, again }) =>
        isTrying ? null : <MissingWindow onClose={props.onClose} again={again} />,
    },
  })

function late<P extends object>(of: Late<P>): LatePart<P> {
  const show = (props: P): ReactNode => <LatePlace of={of} props={props} />
  return Object.assign(show, { fetch: async () => void (await of.code.fetch()) })
}

function LatePlace<P extends object>({ of, props }: Placed<P>) {
  const { code, looks } = of
  const [missing, setMissing] = useState<'no' | 'yes' | 'askedAgain'>('no')
  const [wasPressed, setWasPressed] = useState(false)
  const [, setIsHere] = useState(code.here !== null)
  useEffect(() => {
    // It may have come since this was drawn.
    if (code.here) return setIsHere(true)
    if (missing === 'yes') return
    let isOver = false
    void code.fetch().then((isHere) => {
      if (isOver) return
      setIsHere(isHere)
      setMissing(isHere ? 'no' : 'yes')
    })
    return () => {
      isOver = true
    }
  }, [code, missing])
  if (code.here) {
    const part = createElement(code.here, props)
    return (
      <Suspense fallback={looks.waiting}>
        {wasPressed ? <TakesFocus>{part}</TakesFocus> : part}
      </Suspense>
    )
  }
  if (missing === 'no') return looks.waiting
  const again = () => {
    setMissing('askedAgain')
    setWasPressed(true)
  }
  return looks.inPlace({ props, isTrying: missing === 'askedAgain', again })
}

function Missing({ isTrying, again }: { isTrying: boolean; again: () => void }) {
  const { t } = useTranslation('offline')
  const button = (
    <Button isPending={isTrying} onPress={again}>
      {t('part.again')}
    </Button>
  )
  return (
    <Banner tone="warning" action={button}>
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
