import { Plus, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { TextField } from '../../ui/text-field'
import { withTyped } from './skills'

type Props = {
  label: string
  placeholder: string
  value: readonly string[]
  onChange(skills: string[]): void
  /** Not a tag yet: whoever saves takes it along. */
  typed: string
  onTyped(typed: string): void
  error?: string | null
}

const longestSkill = 80

/** Skills as tags: Enter or a comma makes one of what is typed. */
export function SkillField({ label, placeholder, value, onChange, typed, onTyped, error }: Props) {
  const { t } = useTranslation('mentorships')
  const add = (text: string) => {
    onChange(withTyped(value, text))
    onTyped('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return
    event.preventDefault()
    add(typed)
  }
  return (
    <div>
      <TextField
        label={label}
        placeholder={placeholder}
        value={typed}
        maxLength={longestSkill}
        onChange={(text) => (text.includes(',') ? add(text) : onTyped(text))}
        onKeyDown={press}
        error={error}
        end={
          typed.trim() !== '' && (
            <IconButton size="small" label={t('profile.addSkill')} onPress={() => add(typed)}>
              <Plus aria-hidden size={15} />
            </IconButton>
          )
        }
      />
      {value.length > 0 && (
        <ul aria-label={label} className="mt-2 flex flex-wrap gap-1.5">
          {value.map((skill) => (
            <li
              key={skill}
              className="flex min-h-7 max-w-full items-center gap-0.5 rounded-full bg-accent-soft ps-2.5 text-accent text-sm"
            >
              <span className="min-w-0 truncate">{skill}</span>
              <IconButton
                size="small"
                label={t('profile.removeSkill', { skill })}
                className="rounded-full text-accent"
                onPress={() => onChange(value.filter((one) => one !== skill))}
              >
                <X aria-hidden size={13} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
