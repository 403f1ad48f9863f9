import { h2, p, quote, table, ul } from '../../docs/markup'
import type { DemoDoc, DemoProject } from '../demo-data'

const review: DemoDoc = {
  title: 'What we learned, in one page',
  by: 'amara',
  daysAgo: 120,
  body: [
    p(
      'We replaced the paper handover book of the assembly line by a shared page. After eleven weeks the page is in use on all three shifts, and the book is in the cupboard, in case.',
    ),
    table([
      ['', 'Before', 'After'],
      ['Handovers with an open question', '41 %', '18 %'],
      ['Minutes per handover', '9', '11'],
      ['People who write in it', '4', '13'],
    ]),
    h2('What worked'),
    ul(
      'Two empty fields instead of fourteen: “what is odd?” and “what would you do first?”.',
      'The first week together, standing, at six in the morning.',
    ),
    h2('What we would do differently'),
    p('Ask the night shift first. They had solved it two years ago, with a whiteboard.'),
    quote('It takes two minutes longer and saves me the first half hour.'),
  ],
}

export const shiftProject: DemoProject = {
  title: 'Paperless shift handover',
  challenge: 'Hand over a shift so that the next one starts with answers instead of questions.',
  departments: ['Production', 'IT'],
  createdBy: 'ingrid',
  daysAgo: 210,
  members: { amara: 'lead', jonas: 'contributor', oliver: 'contributor', ingrid: 'viewer' },
  docs: [review],
  boards: [],
  archived: true,
}
