import { callout, details, h2, h3, p, table, tasks, todo, ul } from '../markup'
import type { Template } from './template'

export const decision: { en: Template; de: Template } = {
  en: {
    title: 'Decision',
    body: [
      table([
        ['Status', 'Decided by', 'Decided on', 'Look at it again'],
        ['Open', '', '', ''],
      ]),
      h2('In short'),
      callout('info', 'We will …, because …. It costs us …, and that is fine, because ….'),
      h2('What it is about'),
      p('What happened that a decision is needed, and what happens if nobody takes one?'),
      h2('What matters to us'),
      ul(
        'What it must do, whatever else',
        'What would be good to have',
        'What it must not cost: money, time, trust',
      ),
      h2('What we could do'),
      table([
        ['', 'Option A', 'Option B', 'Leave it as it is'],
        ['In a sentence', '', '', ''],
        ['Speaks for it', '', '', ''],
        ['Speaks against it', '', '', ''],
        ['Costs', '', '', ''],
        ['Can we go back?', '', '', ''],
      ]),
      h2('What we decided, and why'),
      p('Which option, and which of the points above tipped the scales.'),
      h3('What speaks against it all the same'),
      p(
        'Who sees it differently, and what is right about that. It is written here so that nobody has to say it again.',
      ),
      h2('What follows from it'),
      tasks(todo('First step, by whom, until when'), todo('Who has to know')),
      details('How we would notice that we were wrong', ul('What we would see', 'When we look')),
    ],
  },
  de: {
    title: 'Entscheidung',
    body: [
      table([
        ['Stand', 'Entschieden von', 'Entschieden am', 'Wieder ansehen am'],
        ['Offen', '', '', ''],
      ]),
      h2('Kurz gesagt'),
      callout('info', 'Wir werden …, weil …. Das kostet uns …, und das ist in Ordnung, weil ….'),
      h2('Worum es geht'),
      p(
        'Was ist geschehen, dass es eine Entscheidung braucht, und was geschieht, wenn niemand eine trifft?',
      ),
      h2('Was uns wichtig ist'),
      ul(
        'Was es auf jeden Fall leisten muss',
        'Was schön wäre',
        'Was es nicht kosten darf: Geld, Zeit, Vertrauen',
      ),
      h2('Was wir tun könnten'),
      table([
        ['', 'Möglichkeit A', 'Möglichkeit B', 'Alles lassen, wie es ist'],
        ['In einem Satz', '', '', ''],
        ['Spricht dafür', '', '', ''],
        ['Spricht dagegen', '', '', ''],
        ['Kosten', '', '', ''],
        ['Können wir zurück?', '', '', ''],
      ]),
      h2('Was wir entschieden haben und warum'),
      p('Welche Möglichkeit, und was von dem oben den Ausschlag gegeben hat.'),
      h3('Was trotzdem dagegenspricht'),
      p(
        'Wer es anders sieht und was daran richtig ist. Es steht hier, damit es niemand noch einmal sagen muss.',
      ),
      h2('Was daraus folgt'),
      tasks(todo('Erster Schritt, durch wen, bis wann'), todo('Wer davon wissen muss')),
      details(
        'Woran wir merken würden, dass wir falsch lagen',
        ul('Was wir sehen würden', 'Wann wir nachsehen'),
      ),
    ],
  },
}
