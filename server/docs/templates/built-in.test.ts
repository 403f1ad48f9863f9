import { builtInTemplates } from '@atelier/shared/docs/doc-contract'
import { docTextOf, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { languages } from '@atelier/shared/people/choices'
import { expect, test } from 'vitest'
import { builtInTemplate } from './built-in'

test.each(builtInTemplates)('%s is a doc of our schema in every language, built alike', (id) => {
  const written = languages.map((language) => builtInTemplate(id, language))
  const shapes = written.map(({ title, body }) => {
    const { title: said, text } = docTextOf(newDocUpdate({ title, body }))
    expect(said).toBe(title)
    expect(text.length).toBeGreaterThan(300)
    return (body.content as { type: string }[]).map(({ type }) => type)
  })
  for (const shape of shapes) expect(shape).toEqual(shapes[0])
})
