import type { MentorProfile } from '@atelier/shared/mentorships/mentorship'
import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { cardClass } from '../../ui/card'
import { classNames } from '../../ui/class-names'

const isBlank = ({ offers, seeks, about, isOpen }: MentorProfile): boolean =>
  offers.length === 0 && seeks.length === 0 && about === '' && !isOpen

/** What one said of oneself; before that, what it is for. */
export function ProfileCard(props: { profile: MentorProfile; onEdit(): void }) {
  const { profile, onEdit } = props
  const { t } = useTranslation('mentorships')
  if (isBlank(profile))
    return (
      <div className={classNames(cardClass, 'p-5')}>
        <h3 className="font-medium">{t('profile.blank')}</h3>
        <p className="mt-1 text-ink-soft text-sm text-pretty">{t('profile.blankWords')}</p>
        <Button className="mt-4" onPress={onEdit}>
          {t('profile.begin')}
        </Button>
      </div>
    )
  return (
    <div className={classNames(cardClass, 'space-y-4 p-5')}>
      <Skills title={t('profile.seeks')} skills={profile.seeks} nothing={t('profile.seeksNone')} />
      <Skills
        title={t('profile.offers')}
        skills={profile.offers}
        nothing={t('profile.offersNone')}
      />
      <p className="text-ink-faint text-sm text-pretty">
        {t(profile.isOpen ? 'profile.isFound' : 'profile.isHidden')}
      </p>
      <Button size="small" icon={<Pencil aria-hidden size={14} />} onPress={onEdit}>
        {t('profile.change')}
      </Button>
    </div>
  )
}

function Skills(props: { title: string; skills: readonly string[]; nothing: string }) {
  return (
    <div>
      <h3 className="mb-1.5 font-medium text-sm">{props.title}</h3>
      {props.skills.length === 0 ? (
        <p className="text-ink-faint text-sm">{props.nothing}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {props.skills.map((skill) => (
            <li key={skill} className="max-w-full">
              <Badge>{skill}</Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
