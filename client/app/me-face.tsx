import { ChevronsUpDown } from 'lucide-react'
import { useMe } from '../access/session'
import { Avatar } from '../ui/avatar'

/** The signed-in person at the foot of the sidebar: what the menu's button shows. */
export function MeFace() {
  const me = useMe()
  return (
    <span className="flex w-full items-center gap-2.5 px-2 py-1.5 text-start">
      <Avatar name={me.name} colour={me.colour} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm leading-4.5">{me.name}</span>
        <span className="block truncate text-ink-faint text-xs">
          {me.department ?? me.organisation}
        </span>
      </span>
      <ChevronsUpDown size={15} aria-hidden className="text-ink-faint" />
    </span>
  )
}
