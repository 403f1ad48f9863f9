import { h2, h3, ol, p, quote, table, tasks, todo, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const problemStatement: DemoDoc = {
  title: 'Where the scrap comes from',
  by: 'amara',
  daysAgo: 20,
  threads: [
    {
      about: '38 € of material and 22 minutes of machine time',
      by: 'mei',
      daysAgo: 6,
      says: 'Is the 38 € before or after the aluminium went up in October?',
      answers: [
        {
          by: 'jonas',
          says: 'Before. It is 41 € now, but the baseline was milled from the old stock, so I would leave it.',
        },
        { by: 'amara', says: 'Agreed. Then let us say “in September” beside it.' },
      ],
      cheers: [{ emoji: '👍', by: 'jonas' }],
    },
    {
      about: 'We must not conclude that the night shift works worse.',
      by: 'lena',
      daysAgo: 5,
      says: 'Thank you for writing this down. Somebody in the canteen already had.',
      cheers: [
        { emoji: '❤️', by: 'amara' },
        { emoji: '❤️', by: 'jonas' },
      ],
    },
    {
      about: 'Clamping marks',
      by: 'jonas',
      daysAgo: 9,
      says: 'I count these as scrap only from 0.1 mm. Was it the same on every machine?',
      answers: [{ by: 'amara', says: 'Yes, I went through all 43 parts again.' }],
      resolvedBy: 'jonas',
    },
    {
      by: 'tomasz',
      daysAgo: 2,
      says: 'May I show this page to the works council on Friday, as it is?',
    },
  ],
  body: [
    p(
      'Of every hundred housings that leave the milling line, six go into the scrap bin. This page says what we know about them, what we only believe, and what would have to be true for us to call the project a success. **Everybody in the team may change it**: if you correct a number, say in a sentence where it comes from.',
    ),
    h2('The problem in one paragraph'),
    p(
      'In the four weeks of our baseline the line milled 4,420 transmitter housings and scrapped 278 of them: a scrap rate of **6.3 %**. A scrapped housing costs 38 € of material and 22 minutes of machine time that we then lack on Thursday night. Until now each department fought its own part of this. Production changed tools, Quality measured more often, IT built a dashboard nobody opened.',
    ),
    quote(
      'We are very good at noticing bad parts. We are not good at noticing the minute in which they began to be bad.',
      '— Jonas, first team meeting',
    ),
    h2('What we measured'),
    h3('By machine'),
    table([
      ['Machine', 'Parts milled', 'Scrapped', 'Scrap rate', 'Most frequent reason'],
      ['M1', '1,180', '47', '4.0 %', 'Bore diameter'],
      ['M2', '1,240', '68', '5.5 %', 'Surface roughness'],
      ['M3', '1,095', '112', '**10.2 %**', 'Bore diameter'],
      ['M4', '905', '51', '5.6 %', 'Clamping marks'],
      ['**Line**', '**4,420**', '**278**', '**6.3 %**', ''],
    ]),
    h3('By shift'),
    table([
      ['Shift', 'Parts milled', 'Scrapped', 'Scrap rate'],
      ['Early', '1,610', '74', '4.6 %'],
      ['Late', '1,530', '88', '5.8 %'],
      ['Night', '1,280', '116', '**9.1 %**'],
    ]),
    p(
      'Careful with this table. M3 runs more night shifts than the others, so “night” and “M3” are partly the same parts. We must not conclude that the night shift works worse.',
    ),
    h3('By reason'),
    table([
      ['Reason', 'Parts', 'Share'],
      ['Bore diameter out of tolerance', '121', '44 %'],
      ['Surface roughness above Ra 0.8', '64', '23 %'],
      ['Clamping marks', '43', '15 %'],
      ['Milled to an old revision of the drawing', '22', '8 %'],
      ['Everything else', '28', '10 %'],
    ]),
    h2('What we believe, and have not shown'),
    ol(
      'M3 is cold when it starts. After a weekend its spindle grows by about 12 µm within the first hour; the bore tolerance is ±10 µm.',
      'Finishing end mills are changed at the end of a shift, whether they were in cut for forty minutes or for three hours.',
      'On M4 people clamp by feel. New colleagues clamp harder.',
      'Twenty-two parts were milled correctly, from the wrong drawing. That is not a milling problem at all.',
    ),
    h2('What success looks like'),
    ul(
      'The scrap rate of the line is **4.2 % or lower** over four weeks in a row: a third less than today.',
      'For each change that we keep, there is an experiment in the log that shows what it did by itself.',
      'Both apprentices can explain to a visitor why a bore drifts, and what to look at first.',
    ),
    h2('Questions still open'),
    tasks(
      todo('How many of the 28 “everything else” parts were written down on a Friday? (Hanneke)'),
      todo('Does M3 drift as well after a long lunch break, or only after a cold night? (Emre)'),
      todo(
        'What does a measurement cost us, in minutes? Without it we cannot say how often is enough.',
      ),
    ),
    p(
      'Background: [Ishikawa diagram](https://en.wikipedia.org/wiki/Ishikawa_diagram), which we drew on paper in week 1 and photographed, and [statistical process control](https://en.wikipedia.org/wiki/Statistical_process_control).',
    ),
  ],
}
