/** Days in a sentence: "Call Anna by next friday", "Bericht bis 24.12.". */
import { monthsAfter } from '../basics/days'
import { daysTyped } from '../basics/days-typed'
import { folded } from '../basics/folded'

export type DayFound = { from: number; to: number; day: string; isStart: boolean }

/** In English and German, whatever the reader's language is: people write both. */
const leads = {
  due: ['by', 'due on', 'due', 'on', 'until', 'till', 'am', 'bis zum', 'bis', 'zum', 'fallig am'],
  start: ['starting on', 'starting', 'starts', 'ab dem', 'ab', 'beginnt am'],
}
const lead = new RegExp(`^(?:(${leads.due.join('|')})|(${leads.start.join('|')})) (?=\\S)`)
const near = 'today|tomorrow|heute|morgen|ubermorgen|the day after tomorrow'
const weekday =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag'
const shortWeekday =
  'mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so|mont|dien|mitt|donn|frei|sams|sonn'
const next = 'next|coming|nachste|nachsten|nachster|kommenden'
const unit = 'days?|tage?n?|weeks?|wochen?|months?|monate?n?'
const month =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch|z)?|apr(?:il)?|may|mai|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'
const year = '(?:,? \\d{4})?'

/** Written so, words are surely a day; what may also be something else needs a word before it, as in "by fri". */
const surely = new RegExp(
  `^(?:${near}|${weekday}|(?:${next}) (?:${weekday}|${shortWeekday}|week|woche)` +
    `|in \\d{1,3} (?:${unit})|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?|\\d{1,2}/\\d{1,2}/\\d{4}` +
    `|\\d{1,2}(?:\\.|st|nd|rd|th)? (?:${month})\\.?${year}|(?:${month})\\.? \\d{1,2}(?:st|nd|rd|th)?${year})$`,
)
const behindLead = new RegExp(`^(?:${shortWeekday}|\\d{1,2}/\\d{1,2})$`)

const numbers: Record<string, string> = Object.fromEntries(
  [
    ['a', 'an', 'one', 'ein', 'eine', 'einer', 'einem', 'einen'],
    ['two', 'zwei'],
    ['three', 'drei'],
    ['four', 'vier'],
    ['five', 'funf'],
    ['six', 'sechs'],
    ['seven', 'sieben'],
    ['eight', 'acht'],
    ['nine', 'neun'],
    ['ten', 'zehn'],
    ['eleven', 'elf'],
    ['twelve', 'zwolf'],
  ].flatMap((words, at) => words.map((word) => [word, String(at + 1)])),
)

const mostWords = 6

/** In the order of the text, none overlapping another. */
export function findDays(text: string, today: string): DayFound[] {
  const words = [...text.matchAll(/\S+/g)].map((word) => ({
    from: word.index,
    to: word.index + word[0].length,
  }))
  const found: DayFound[] = []
  for (let at = 0; at < words.length; at++) {
    const day = longestFrom(text, words.slice(at, at + mostWords), today)
    if (!day) continue
    found.push(day)
    while (words[at + 1] && (words[at + 1]?.from ?? 0) < day.to) at++
  }
  return found
}

type Span = { from: number; to: number }

function longestFrom(text: string, words: readonly Span[], today: string): DayFound | null {
  const from = words[0]?.from ?? 0
  for (let count = words.length; count > 0; count--) {
    const whole = text.slice(from, words[count - 1]?.to)
    for (const phrase of [whole.replace(/[,;:!?)]+$/, ''), whole.replace(/[.,;:!?)]+$/, '')]) {
      const day = dayOf(phrase, today)
      if (day) return { ...day, from, to: from + phrase.length }
    }
  }
  return null
}

function dayOf(phrase: string, today: string): Pick<DayFound, 'day' | 'isStart'> | null {
  const words = folded(phrase)
  const [led = '', , start] = lead.exec(words) ?? []
  const said = plainly(words.slice(led.length))
  if (!surely.test(said) && !(led !== '' && behindLead.test(said))) return null
  const [day] = daysTyped(said, today)
  if (day === undefined) return null
  // A card is not begun for a day that is over.
  const isMeantLater = day < today && !/\d{4}/.test(said)
  return { day: isMeantLater ? monthsAfter(day, 12) : day, isStart: start !== undefined }
}

/** The same in the words that typed days are known by. */
function plainly(words: string): string {
  return words
    .replace(/^(?:this|dies(?:e|en|er)) /, '')
    .replace(/^day after/, 'the day after')
    .replace(/^in (\p{L}+) /u, (all, word: string) =>
      numbers[word] ? `in ${numbers[word]} ` : all,
    )
    .replace(new RegExp(`^(?:${next}) (month|monat)$`), 'in 1 $1')
    .replace(/^(\d{1,2}\.\d{1,2}\.)(\d{2})$/, '$120$2')
    .replace(/^(\d{1,2}\.) ?(\d{1,2}\.)/, '$1$2')
}
