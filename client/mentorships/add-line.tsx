import { newUuid } from '@atelier/shared/basics/uuid'
import { Plus } from 'lucide-react'
import type { FormEvent } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'

/** What is being written, and the id under which it will be there. */
export type Line = { id: string; words: string }

export const newLine = (): Line => ({ id: newUuid(), words: '' })

type Props = {
  /** Held outside, so that it is still there where another list takes the place of this one. */
  line: Line
  onLine(line: Line): void
  label: string
  placeholder: string
  send(line: Line): Promise<unknown>
  renews: LiveKey[]
}

/** A line to write one more in: Enter keeps it. It stays as it is where that fails, under the same id. */
export function AddLine({ line, onLine, label, placeholder, send, renews }: Props) {
  const add = useChange(send, { renews, done: () => onLine(newLine()) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (line.words.trim() !== '') add.mutate(line)
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-2.5 pt-1">
      <Plus aria-hidden size={18} className="shrink-0 text-ink-faint" />
      <TextField
        aria-label={label}
        value={line.words}
        onChange={(words) => onLine({ ...line, words })}
        isReadOnly={add.isPending}
        maxLength={500}
        className="min-w-0 flex-1"
      >
        <Input
          placeholder={placeholder}
          className="h-8 w-full rounded-md bg-transparent px-1.5 text-base outline-none placeholder:text-ink-faint data-focused:outline-2 data-focused:outline-focus pointer-coarse:h-11 pointer-coarse:text-[1rem]"
        />
      </TextField>
    </form>
  )
}
