import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names'

type Props = { stage: Stage; isSlim: boolean; children?: ReactNode }

/** What is done in it: its title, and the question everybody answers. `isSlim` above a wall, which needs the room. */
export function StageHead({ stage, isSlim, children }: Props) {
  const { i18n } = useTranslation('workshops')
  const prompt = stage.prompt && wordsIn(stage.prompt, i18n.language)
  return (
    <header className={classNames(isSlim ? 'min-w-0 flex-1 px-4 py-2 sm:px-5' : 'pt-6 pb-5')}>
      <h1
        id="stage-title"
        tabIndex={-1}
        className={classNames('font-semibold outline-none', isSlim ? 'text-lg' : 'text-2xl')}
      >
        {wordsIn(stage.title, i18n.language)}
      </h1>
      {prompt && (
        <p
          className={classNames(
            'text-ink-soft text-pretty',
            isSlim ? 'text-sm' : 'mt-1.5 max-w-2xl text-lg',
          )}
        >
          {prompt}
        </p>
      )}
      {children}
    </header>
  )
}
