import { ArrowDown, ArrowUp, CaseSensitive, Replace, ReplaceAll, WholeWord } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import type { FindQuery } from './find-matches'

/** How is looked for it. */
export function WayButtons(props: {
  query: FindQuery
  change: (next: Partial<FindQuery>) => void
}) {
  const { t } = useTranslation('find')
  const ways = [
    { way: 'matchCase', icon: <CaseSensitive size={17} /> },
    { way: 'wholeWord', icon: <WholeWord size={17} /> },
  ] as const
  return ways.map(({ way, icon }) => (
    <IconButton
      key={way}
      size="small"
      label={t(way)}
      isOn={props.query[way]}
      aria-pressed={props.query[way]}
      onPress={() => props.change({ [way]: !props.query[way] })}
    >
      {icon}
    </IconButton>
  ))
}

export function StepButtons(props: { isDisabled: boolean; go: (step: 1 | -1) => void }) {
  const { t } = useTranslation('find')
  return (
    <>
      <IconButton
        size="small"
        label={t('previous')}
        isDisabled={props.isDisabled}
        onPress={() => props.go(-1)}
      >
        <ArrowUp size={16} />
      </IconButton>
      <IconButton
        size="small"
        label={t('next')}
        isDisabled={props.isDisabled}
        onPress={() => props.go(1)}
      >
        <ArrowDown size={16} />
      </IconButton>
    </>
  )
}

export function ReplaceRow(props: {
  isDisabled: boolean
  replace: (words: string, which: 'this' | 'all') => void
}) {
  const { t } = useTranslation('find')
  const [words, setWords] = useState('')
  return (
    <div className="find-row">
      <input
        type="text"
        className="find-field"
        aria-label={t('replacement')}
        placeholder={t('replacement')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          props.replace(words, 'this')
        }}
      />
      <IconButton
        size="small"
        label={t('replaceThis')}
        isDisabled={props.isDisabled}
        onPress={() => props.replace(words, 'this')}
      >
        <Replace size={16} />
      </IconButton>
      <IconButton
        size="small"
        label={t('replaceAll')}
        isDisabled={props.isDisabled}
        onPress={() => props.replace(words, 'all')}
      >
        <ReplaceAll size={16} />
      </IconButton>
    </div>
  )
}
