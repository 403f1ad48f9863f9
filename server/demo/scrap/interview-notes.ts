import { h2, h3, ol, p, quote, rule, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const interviewNotes: DemoDoc = {
  title: 'Interviews with the three shifts',
  by: 'lena',
  daysAgo: 33,
  body: [
    p(
      'We stood beside the line for one hour in each shift and asked the same five questions. Lena wrote, Emre listened, and everybody read their own part before it came here. Names are left out where people asked for it.',
    ),
    h2('What we asked'),
    ol(
      'When did you last scrap a part? What happened in the ten minutes before?',
      'How do you decide that a tool is finished?',
      'What do you do differently from the work instruction, and why?',
      'What would you try tomorrow, if nobody had to sign it?',
      'What should we not touch?',
    ),
    h2('Early shift'),
    p(
      'Two operators, twelve and three years on the line. Both hear a worn end mill before they see it on the part. Both run M3 for a while without a part when it was off overnight; the work instruction does not mention it.',
    ),
    quote(
      'I let it turn while I get my coffee. Nobody taught me that. The first part is just always too tight.',
    ),
    ul(
      'Tool change: “when it sings”, otherwise at the end of the shift.',
      'Would try: a counter on the machine that shows minutes in cut.',
      'Do not touch: the order of jobs. They group by material, and it saves them an hour.',
    ),
    h2('Late shift'),
    p(
      'One operator and one temporary colleague in his second week. The temporary colleague had been shown how to clamp once, on M1. On M4 the jaws are softer, and he left marks on six housings before somebody told him.',
    ),
    quote('Tight means tight, I thought. On M4 tight means stop earlier. You have to know that.'),
    ul(
      'Drawings are printed at the beginning of the week. A change on Wednesday reaches the line by word of mouth.',
      'Would try: a torque wrench with a mark for each machine.',
    ),
    h2('Night shift'),
    p(
      'One experienced setter alone with three machines. He measures every fifth part, as written, but at night the measuring machine is in a locked room and the hand gauge reads only to 5 µm.',
    ),
    h3('A sentence that changed our minds'),
    quote(
      'You are asking why the night makes more scrap. The night has the gauge that cannot see it.',
    ),
    p(
      'We had planned an experiment on fatigue. We dropped it the same evening and put “access to the measuring room at night” on the board instead.',
    ),
    rule(),
    h2('What we heard in all three'),
    ul(
      '**People already compensate.** Warming up, listening, clamping with feeling: the knowledge is there, it is just not in the instruction.',
      '**Nobody sees the trend.** Each shift knows its own last hour.',
      '**Paper is late.** Eight per cent of our scrap is a printer problem.',
    ),
    p(
      'Next: Amara turns the four ideas that came up twice into experiments. See the experiment log.',
    ),
  ],
}
