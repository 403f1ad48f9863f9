import type { Kit } from '../kit'
import {
  actions,
  checkIn,
  close,
  decide,
  discuss,
  group,
  ideate,
  reveal,
  vote,
} from './usual-stages'

/** First what happened, then why: whoever asks both at once gets excuses. */
export const afterActionReview: Kit = {
  key: 'after-action-review',
  version: 1,
  title: { en: 'After-action review', de: 'Nachbesprechung' },
  purpose: {
    en: 'Right after something is done, a group learns from the difference between plan and outcome.',
    de: 'Gleich nachdem etwas geschafft ist, lernt eine Gruppe aus dem Unterschied zwischen Plan und Ergebnis.',
  },
  stages: [
    checkIn,
    ideate({
      key: 'what',
      title: { en: 'What happened', de: 'Was geschehen ist' },
      prompt: {
        en: 'What was planned, and what happened? Facts only: no reasons yet, and no blame.',
        de: 'Was war geplant, und was ist geschehen? Nur Tatsachen: noch keine Gründe, und keine Schuld.',
      },
      minutes: 6,
      topics: [
        {
          key: 'planned',
          title: { en: 'What was planned', de: 'Was geplant war' },
          colour: 'blue',
        },
        {
          key: 'happened',
          title: { en: 'What happened', de: 'Was geschehen ist' },
          colour: 'yellow',
        },
      ],
    }),
    { ...reveal, key: 'reveal-what' },
    {
      ...discuss,
      key: 'difference',
      title: { en: 'The difference', de: 'Der Unterschied' },
      prompt: {
        en: 'Where do plan and outcome part? Agree on what happened before you ask why.',
        de: 'Wo gehen Plan und Ergebnis auseinander? Einigt euch, was geschehen ist, bevor ihr nach dem Warum fragt.',
      },
      minutes: 8,
    },
    ideate({
      key: 'why',
      title: { en: 'Why, and what next', de: 'Warum, und wie weiter' },
      prompt: {
        en: 'Why did it go like this, what went well too? What do we keep, and what do we do otherwise next time?',
        de: 'Warum ist es so gekommen, auch das Gute? Was behalten wir bei, und was machen wir beim nächsten Mal anders?',
      },
      minutes: 7,
      topics: [
        { key: 'why', title: { en: 'Why', de: 'Warum' }, colour: 'violet' },
        { key: 'next', title: { en: 'What next', de: 'Wie weiter' }, colour: 'green' },
      ],
    }),
    { ...reveal, key: 'reveal-why' },
    group,
    vote({ votes: 4, votesOnOne: 2 }),
    decide,
    actions,
    close,
  ],
}
