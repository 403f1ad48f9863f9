import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../ui/class-names'

type Props = { title: string; count: number; level?: 2 | 3; children: ReactNode }

/** What is over: a press away. */
export function Fold({ title, count, level = 3, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <Heading className="mb-2">
        <Button
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
          className="-ms-1.5 flex min-h-8 cursor-pointer items-center gap-1 rounded-md px-1.5 font-medium text-ink-faint text-sm data-hovered:bg-hover pointer-coarse:min-h-11"
        >
          <ChevronRight
            aria-hidden
            size={15}
            className={classNames('transition-transform', isOpen && 'rotate-90')}
          />
          {title} <span className="font-normal tabular-nums">{count}</span>
        </Button>
      </Heading>
      {isOpen && children}
    </>
  )
}
