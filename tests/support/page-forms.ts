/** A form as it stands on a page: where it goes, and what it would send untouched. */
export interface PageForm {
  readonly method: 'GET' | 'POST'
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
  /** Fields of the kind that takes a file. */
  readonly files: readonly string[]
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)
  return found === null ? null : unescaped(found[1] ?? '')
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

function valueOfSelect(inside: string): string {
  const options = [...inside.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
  const chosen = options.find(tag => / selected/.test(tag)) ?? options.find(tag => attribute(tag, 'value') !== '')
  return chosen === undefined ? '' : (attribute(chosen, 'value') ?? '')
}

/** The forms of one of our pages, which writes its attributes in double quotes. */
export function formsOn(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const fields: Record<string, string> = {}
    const files: string[] = []
    for (const [tag] of inside.matchAll(/<(?:input|button)[^>]*>/g)) {
      const name = attribute(tag, 'name')
      const type = attribute(tag, 'type')
      if (name === null || ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag))) continue
      if (type === 'file') files.push(name)
      else fields[name] = attribute(tag, 'value') ?? ''
    }
    for (const [, tag = '', text = ''] of inside.matchAll(/<textarea([^>]*)>([^]*?)<\/textarea>/g))
      fields[attribute(tag, 'name') ?? ''] = unescaped(text)
    for (const [, tag = '', options = ''] of inside.matchAll(/<select([^>]*)>([^]*?)<\/select>/g))
      fields[attribute(tag, 'name') ?? ''] = valueOfSelect(options)
    const method = /post/i.test(attribute(head, 'method') ?? '') ? 'POST' : 'GET'
    return { method, action: attribute(head, 'action') ?? path, fields, files }
  })
}
