/** What all fields share: label above, help and fault below, and the frame around the input. */
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'

export type FieldProps = {
  label: string
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean
  description?: ReactNode
  /** Said in words below the field; also marks it invalid. */
  error?: string | null
  className?: string
}

/** Smaller letters than 16 px make phones zoom in when a field is touched. */
export const inputClass =
  'w-full min-w-0 rounded-md border border-line-strong/60 bg-canvas px-3 text-base pointer-coarse:text-[1rem] text-ink placeholder:text-ink-faint transition-colors duration-100 data-hovered:border-line-strong data-disabled:opacity-60 data-focused:border-focus data-focused:outline-2 data-focused:-outline-offset-1 data-focused:outline-focus data-invalid:border-danger'

export function FieldLabel({ label, hidden }: { label: string; hidden?: boolean }) {
  return (
    <Label className={hidden ? 'sr-only' : 'mb-1.5 block font-medium text-ink text-sm'}>
      {label}
    </Label>
  )
}

export function FieldFoot({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description && !error && (
        <Text slot="description" className="mt-1.5 block text-ink-faint text-sm">
          {description}
        </Text>
      )}
      <FieldError className="mt-1.5 block text-danger text-sm">{error}</FieldError>
    </>
  )
}
