import type { ProjectPage } from '@atelier/shared/projects/project'
import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../ui/avatar'
import { LiveDot } from '../ui/badge'
import { PinButton } from './pin-button'
import { Departments } from './project-card'
import { ProjectMark } from './project-mark'

/** The title, and the challenge that everybody here works on. */
export function ProjectHeader({ project }: { project: ProjectPage }) {
  const { t } = useTranslation('projects')
  const { id, title, challenge, departments, members, here } = project
  return (
    <header>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <ProjectMark id={id} size={44} />
        <h1 className="min-w-0 flex-1 basis-40 font-semibold text-2xl">{title}</h1>
        <PinButton projectId={id} />
        {here.length > 0 && (
          <span className="flex items-center gap-2 text-ink-soft text-sm">
            <LiveDot />
            {t('hereNow')}
            <AvatarStack people={here} label={t('hereNow')} />
          </span>
        )}
      </div>
      {challenge && (
        <div className="mt-6 max-w-3xl border-accent border-s-2 ps-5">
          <p className="font-medium text-accent text-sm">{t('challenge')}</p>
          <p className="mt-1 text-ink text-xl leading-8 text-pretty">{challenge}</p>
        </div>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-1">
        <div className="mt-3.5">
          <AvatarStack people={members} max={8} size="medium" label={t('members')} />
        </div>
        <Departments departments={departments} max={20} />
      </div>
    </header>
  )
}
