import { done, h2, h3, p, quote, table, tasks, todo } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const learningPlan: DemoDoc = {
  title: 'Learning plan: what each of us wants to be able to do',
  by: 'tomasz',
  daysAgo: 11,
  threads: [
    {
      about: 'explain thermal growth with our own numbers',
      by: 'sabine',
      daysAgo: 4,
      says: 'Could the talk be on the 14th? Then both classes are in the house.',
      answers: [{ by: 'emre', says: 'Yes. I would rather do it twice than in front of sixty.' }],
      cheers: [{ emoji: '👍', by: 'jonas' }],
    },
  ],
  body: [
    p(
      'The scrap rate is the reason we meet. This page is about what stays when the project is over. Everybody has one thing to learn, one place where it can be seen, and one person to ask.',
    ),
    table([
      ['Who', 'Wants to be able to', 'Seen in', 'Asks'],
      ['Jonas', 'plan an experiment that changes one thing only', 'E2, E3', 'Amara'],
      [
        'Amara',
        'lead a team in which half the people are not in her department',
        'weekly meetings',
        'Tomasz',
      ],
      [
        'Mei-Lin',
        'read a technical drawing and its tolerances',
        'her own sketch of the housing',
        'Lena',
      ],
      ['Emre', 'explain thermal growth with our own numbers', 'talk to the next class', 'Jonas'],
      [
        'Lena',
        'write a script that somebody else can run',
        'how-to of the measuring machine',
        'Mei-Lin',
      ],
      [
        'Hanneke',
        'give feedback that changes something before the part is made',
        'margin of the log',
        'Sabine',
      ],
    ]),
    h2('How we learn here'),
    p(
      'Fifteen minutes at the end of every meeting belong to one person, who shows what they tried. It need not have worked. We take turns by the alphabet, so nobody has to volunteer.',
    ),
    quote(
      'I had never seen the inside of the control cabinet. Now I know why “just read the counter” took Mei-Lin two days.',
    ),
    h2('Half-way review'),
    h3('Taken stock of'),
    tasks(
      done('Everybody has rewritten their own line of the table once'),
      done('Jonas: E1 changed one thing only, and said beforehand what it expected'),
      done('Lena: somebody else (Emre) ran her script without asking'),
      todo('Mei-Lin: sketch of the housing with all tolerances, checked by Lena'),
      todo('Emre: rehearse the talk in front of the late shift'),
      todo('Hanneke: count how many of her remarks came before the part was made'),
    ),
    h2('What we do at the end'),
    p(
      'Each of us writes half a page: what can I do now, where can one see it, what would I do differently. The half pages go to the school as part of the apprentices’ evidence, and to Ingrid, who asked for them instead of a presentation.',
    ),
  ],
}
