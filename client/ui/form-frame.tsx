import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Banner } from './banner'
import { classNames } from './class-names'

/**
 * A form whose faults the server finds. `errors` are words by field: give each to its field too.
 * When they change, the first wrong field gets the focus; `fault` is a sentence for the whole form.
 */
export function FormFrame(props: {
  onSubmit: () => void
  fault: string | null
  errors: Record<string, string>
  children: ReactNode
  className?: string
}) {
  const form = useRef<HTMLFormElement>(null)
  const wrong = JSON.stringify(props.errors)
  useEffect(() => {
    if (wrong === '{}') return
    const first = form.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid] button',
    )
    first?.focus()
  }, [wrong])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className={classNames('space-y-5', props.className)}
    >
      {props.fault && <Banner tone="danger">{props.fault}</Banner>}
      {props.children}
    </form>
  )
}
