import { classNames } from './class-names'

const isMac = () => typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)

const drawn = (key: string): string => {
  if (key === 'Mod') return isMac() ? '⌘' : 'Ctrl'
  if (key === 'Alt') return isMac() ? '⌥' : key
  if (key === 'Shift') return '⇧'
  if (key === 'Enter') return '↵'
  return key
}

/** Keys of a shortcut: `<Kbd keys={['Mod', 'K']} />`. `Mod` is ⌘ on Apple machines, Ctrl elsewhere. */
export function Kbd({ keys, onDark = false }: { keys: string[]; onDark?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={classNames(
            'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-xs px-1 font-sans text-[0.6875rem] leading-none',
            onDark ? 'bg-on-inverse/15' : 'bg-hover text-ink-soft',
          )}
        >
          {drawn(key)}
        </kbd>
      ))}
    </span>
  )
}
