/** A browser without JavaScript: it keeps its cookies, follows nothing by itself, and says where it comes from. */
export interface Visitor {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Fields): Promise<Answer>
  /** The cookies as they would be sent. */
  cookie(): string
}

/** Fields of a form; pairs where a name comes twice. */
export type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[]

export interface Answer {
  readonly status: number
  /** Where it leads on to, as a path. */
  readonly to: string | null
  readonly html: string
  readonly headers: Headers
}

const isPairs = (fields: Fields): fields is readonly (readonly [string, string])[] => Array.isArray(fields)

/** Somebody at the address of a running house. */
export function visitorOf(url: string, userAgent = 'Mozilla/5.0 (Linux; Android 9) Chrome/109.0'): Visitor {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': userAgent, cookie: cookie() }
    const answer = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const to = answer.headers.get('location')
    return { status: answer.status, to, html: await answer.text(), headers: answer.headers }
  }
  return {
    get: path => ask(path, {}),
    post: (path, fields = {}) => {
      const body = new URLSearchParams()
      const pairs = isPairs(fields) ? fields : Object.entries(fields)
      for (const [name, value] of pairs) body.append(name, value)
      return ask(path, { method: 'POST', body })
    },
    cookie,
  }
}
