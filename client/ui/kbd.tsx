import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'

const isMac = () => typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)

/** Where a key has a name, it is the one that stands on keyboards of this language. */
const drawn = (key: string, named: (key: string) => string): string => {
  if (key === 'Mod') return isMac() ? '⌘' : named('Ctrl')
  if (key === 'Alt') return isMac() ? '⌥' : key
  if (key === 'Shift') return '⇧'
  if (key === 'Enter') return '↵'
  return key.length > 2 ? named(key) : key
}

/** Keys of a shortcut: `<Kbd keys={['Mod', 'K']} />`. `Mod` is ⌘ on Apple machines, Ctrl elsewhere. */
export function Kbd({ keys, onDark = false }: { keys: string[]; onDark?: boolean }) {
  const { t } = useTranslation('ui')
  const named = (key: string) => t(`keys.${key}`, { defaultValue: key })
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
          {drawn(key, named)}
        </kbd>
      ))}
    </span>
  )
}
