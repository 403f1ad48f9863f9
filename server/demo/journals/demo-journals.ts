/** A mentor and a mentee, an apprentice and her teacher, and a circle, in the middle of it. */
import type { Audience } from '@atelier/shared/access/roles'
import type { ShippedSetId } from '@atelier/shared/journals/prompt-sets'
import type { Agreement, MentorProfile } from '@atelier/shared/mentorships/mentorship'
import { type Block, p, tasks, todo, ul } from '../../docs/markup'
import type { DemoPersonKey } from '../demo-people'
import type { Meeting } from './thursdays'

/** In the margin of a section: whoever begins it, about which words, and how it stands on the agenda. */
export type DemoTalk = {
  by: DemoPersonKey
  quote: string
  says: string
  answers?: readonly { by: DemoPersonKey; says: string }[]
  leftOpen?: string
}
export type DemoSection = { audience: Audience; says: Block[]; talk?: DemoTalk }
/** A section for each prompt of the set, in the language of whoever writes it. */
export type DemoEntry = {
  by: DemoPersonKey
  daysAgo: number
  title: string
  set: ShippedSetId
  sections: readonly DemoSection[]
}
export type DemoMentorship = Meeting & {
  /** Who asked comes first. */
  people: readonly DemoPersonKey[]
  /** What who asked wants to be; left out for a circle. */
  as?: 'mentor' | 'mentee'
  words: string
  answer: string
  agreement?: Omit<Agreement, 'endsOn'>
  agenda: readonly string[]
  followUps: readonly { for: DemoPersonKey; says: string; dueIn: number }[]
  goals: readonly { by: DemoPersonKey; title: string }[]
  entries: readonly DemoEntry[]
}

const pair = (...says: Block[]): DemoSection => ({ audience: 'pair', says })
const own = (...says: Block[]): DemoSection => ({ audience: 'private', says })
const circle = (...says: Block[]): DemoSection => ({ audience: 'circle', says })

export const demoProfiles: Partial<Record<DemoPersonKey, Omit<MentorProfile, 'isOpen'>>> = {
  amara: {
    offers: ['Measuring', 'Statistics on the line', 'Leading a small team'],
    seeks: ['Programming a robot'],
    languages: ['en'],
    capacity: 2,
    about: 'Fifteen years between line and lab. I like to look at a problem where it happens.',
  },
  mei: {
    offers: ['Programming a robot', 'Databases'],
    seeks: ['Leading a small team'],
    languages: ['en'],
    capacity: 1,
    about: 'I write the small programs around the milling line.',
  },
  hanneke: {
    offers: ['Audits', 'Writing so that others can follow'],
    seeks: ['Statistics on the line'],
    languages: ['en', 'de'],
    capacity: 1,
    about: 'Ask me about anything that has to be understood by somebody who was not there.',
  },
  sabine: {
    offers: ['Fräsen', 'Prüfungsvorbereitung'],
    seeks: [],
    languages: ['de'],
    capacity: 4,
    about: 'Lehrerin für Metalltechnik. Ich frage gern zurück.',
  },
}

const jonasAndAmara: DemoMentorship = {
  people: ['jonas', 'amara'],
  as: 'mentee',
  words: 'I would like to lead the early shift one day, and you have led people. Would you?',
  answer: 'Gladly. Bring me what goes wrong, not only what works.',
  agreement: {
    goals: ['Lead a shift meeting alone', 'Say no without being short'],
    rhythm: 'Every other Thursday, 45 minutes, in the measuring room',
    confidentiality: 'What is said stays between us. Notes for others only if both agree.',
  },
  hour: 13,
  sessionsIn: [-23, -9, 5],
  agenda: [
    'The meeting on Tuesday: what happened when Piet left',
    'How do I ask Oliver for the data without it sounding like control?',
  ],
  followUps: [
    { for: 'jonas', says: 'Watch one shift meeting and only write down questions', dueIn: 3 },
    { for: 'amara', says: 'Lend Jonas the book on meetings', dueIn: -2 },
  ],
  goals: [{ by: 'jonas', title: 'Lead a shift meeting alone before the summer' }],
  entries: [
    {
      by: 'jonas',
      daysAgo: 16,
      title: 'My first shift meeting',
      set: 'what-so-what-now-what',
      sections: [
        pair(
          p('I led the meeting for twenty minutes. Nine people, two of them looked at the clock.'),
          p('When I asked who would try the new plan, **nobody said anything**.'),
        ),
        {
          ...pair(
            p(
              'It matters because I took the silence for a no. Amara says it may have been a think.',
            ),
          ),
          talk: {
            by: 'amara',
            quote: 'I took the silence for a no',
            says: 'What else could it have been, for the two who looked at the clock?',
            answers: [{ by: 'jonas', says: 'That they were late for the bus. I never asked.' }],
          },
        },
        pair(p('Next time:'), ul('ask one thing, not three', 'count to ten before I go on')),
      ],
    },
    {
      by: 'jonas',
      daysAgo: 8,
      title: 'A week of asking',
      set: 'week',
      sections: [
        pair(p('The tool change went down to eleven minutes. I did not touch anything, I asked.')),
        own(p('I was jealous when Mei-Lin got the praise. I do not want to be like that.')),
        {
          ...pair(p('From Piet: that he writes the time on the door. Nobody had told me why.')),
          talk: {
            by: 'amara',
            quote: 'Nobody had told me why',
            says: 'Whom would you have had to ask? Let us look at that together.',
            leftOpen: 'Whom do I ask when nobody tells me why?',
          },
        },
        pair(tasks(todo('Ask Piet to show it to the late shift'))),
      ],
    },
    {
      by: 'amara',
      daysAgo: 5,
      title: 'After our second session',
      set: 'for-mentors',
      sections: [
        own(p('That the line knows things the lab does not ask for.')),
        own(p('I talked for more than half of it. I had wanted a third.')),
        pair(p('“What did they do while it was quiet?” That one worked.')),
        own(p('Somebody who has mentored before. I shall ask Hanneke.')),
      ],
    },
  ],
}

const emreAndSabine: DemoMentorship = {
  people: ['sabine', 'emre'],
  as: 'mentor',
  words: 'Ich begleite dich gern durch den Einsatz bei Nordhafen, wenn du magst.',
  answer: 'Ja, gern. Danke!',
  hour: 13,
  sessionsIn: [-12, 9],
  agenda: ['Was du vor der Fräse erwartet hast, und was davon da war'],
  followUps: [{ for: 'emre', says: 'Eine Messreihe allein aufnehmen', dueIn: 6 }],
  goals: [{ by: 'emre', title: 'Eine Schneide unter dem Mikroskop beurteilen können' }],
  entries: [
    {
      by: 'emre',
      daysAgo: 13,
      title: 'Bevor es losgeht',
      set: 'before-a-placement',
      sections: [
        pair(p('Selbst entscheiden, wann ein Fräser gewechselt wird.')),
        pair(p('Ich war einmal am Tag der offenen Tür da. Sonst vermute ich alles.')),
        own(p('Dass ich etwas kaputt mache und es keiner sagt.')),
        pair(p('Herrn Petersen. Zuerst, wo ich im Weg stehe.')),
      ],
    },
  ],
}

const circleOfThree: DemoMentorship = {
  people: ['mei', 'amara', 'hanneke'],
  words: 'Three of us, one hour a month, everybody brings one thing that is stuck.',
  answer: 'I am in.',
  hour: 15,
  sessionsIn: [-7, 24],
  agenda: ['Hanneke: the audit that nobody reads'],
  followUps: [],
  goals: [],
  entries: [
    {
      by: 'mei',
      daysAgo: 3,
      title: 'What I took along from our hour',
      set: 'what-so-what-now-what',
      sections: [
        circle(p('Amara asked who would miss the report if it did not come. I did not know.')),
        circle(p('I have been writing it for a year without asking.')),
        own(p('Stop it for a month and see who calls.')),
      ],
    },
  ],
}

export const demoMentorships: readonly DemoMentorship[] = [
  jonasAndAmara,
  emreAndSabine,
  circleOfThree,
]
