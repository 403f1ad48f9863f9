/** What sections say, kept for their author's own search, and found by them alone. */
import { readDocText } from '@atelier/shared/docs/read-doc'
import { type FoundEntry, mostFoundEntries } from '@atelier/shared/journals/journal'
import { and, desc, eq, or, sql } from 'drizzle-orm'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import { folded, foldedOnce, holdsFolded, wordsIn } from '../db/find-letters'
import { entries, sections, sectionTexts } from '../db/journal-tables'
import { excerptAround } from '../references/excerpt-around'

/** Says whether that is another text. Of a section that is gone nothing is written. */
export async function writeSectionText(db: Queryable, id: string, doc: Y.Doc): Promise<boolean> {
  // Postgres has no room for U+0000 in a text, a Yjs document does.
  const text = readDocText(doc).text.replaceAll('\u0000', '')
  const { rowCount } = await db.execute(sql`
    insert into ${sectionTexts} (section_id, text, letters)
    select id, ${text}, ${folded(text)} from ${sections} where id = ${id} for key share
    on conflict (section_id) do update set text = excluded.text, letters = excluded.letters
    where ${sectionTexts.text} is distinct from excluded.text`)
  return (rowCount ?? 0) > 0
}

/** All words of what is looked for, in one section with the title above it; the latest first. */
export async function searchOwn(
  db: Queryable,
  authorId: string,
  query: string,
): Promise<FoundEntry[]> {
  const wanted = folded(query.trim())
  if (wanted === '') return []
  const words = wordsIn(wanted)
  const above = foldedOnce(sql`${entries.title} || ' ' || ${sections.prompt}`)
  const written = sql`coalesce(${sectionTexts.letters}, '')`
  const rows = await db
    .select({
      entryId: entries.id,
      sectionId: sections.id,
      on: entries.on,
      title: entries.title,
      prompt: sections.prompt,
      text: sectionTexts.text,
    })
    .from(sections)
    .innerJoin(entries, eq(entries.id, sections.entryId))
    .leftJoin(sectionTexts, eq(sectionTexts.sectionId, sections.id))
    .crossJoinLateral(above.join)
    .where(
      and(
        eq(entries.authorId, authorId),
        ...words.map((word) => or(holdsFolded(above.text, word), holdsFolded(written, word))),
      ),
    )
    .orderBy(desc(entries.on), desc(entries.id), sections.rank, sections.id)
    .limit(mostFoundEntries)
  return rows.map(({ text, ...row }) => ({ ...row, excerpt: excerptAround(text ?? '', words) }))
}
