import { stream } from 'hono/streaming'
import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  type Form,
  get,
  type Handler,
  may,
  pageAsked,
  post,
  type RequestContext,
  type Route,
  readForm,
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { type Institution, institutionByCode, institutionById } from '../institutions/index.ts'
import { EditPage } from './edit-page.tsx'
import { type FormProblem, formErrors, keepUnasked, parseObject, typedOf } from './forms.ts'
import { words } from './messages.ts'
import type { MuseumObject } from './object.ts'
import { objectById } from './object-store.ts'
import { editObjectPath, newObjectPath, registerFilePath, registerPath, registersPath } from './paths.ts'
import { correctObject, registerObject, stateOf } from './register.ts'
import { registerCsv } from './register-file.ts'
import { RegisterPage, RegistersPage } from './register-page.tsx'
import { listRegister } from './register-store.ts'
import { keptRegisters } from './registers.ts'

const pageSize = 50
const longestQuery = 100

/** The registers as those who keep them see them: lists, forms, files. */
export function registerRoutes(world: World, site: Site): Route[] {
  const db = world.database
  const institutionOf = (c: RequestContext) => institutionByCode(db, c.req.param('code') ?? '')
  const atCode = async (c: RequestContext) => (await institutionOf(c))?.id ?? null
  const objectOf = async (c: RequestContext): Promise<MuseumObject | null> => {
    const id = c.req.param('object') ?? ''
    return isUuid(id) ? objectById(db, id) : null
  }
  const ofObject = async (c: RequestContext) => (await objectOf(c))?.institution ?? null
  const named = (institution: Institution, c: RequestContext) => ({
    code: institution.code,
    name: textIn(institution.name, c.var.lang).text,
  })

  const choose: Handler = async c => {
    const places = await keptRegisters(db, c.var.viewer, localDateAt(c.var.now))
    const [only] = places
    if (places.length === 1 && only) return c.redirect(registerPath(only.institution.code), 303)
    const rows = places.map(({ institution, count }) => ({ ...named(institution, c), count }))
    return c.html(RegistersPage({ frame: site.staffFrame(c, null), places: rows }))
  }

  const show: Handler = async c => {
    const institution = await institutionOf(c)
    if (institution === null) return c.notFound()
    const query = readQuery(c)
    const typed = query.text('q').slice(0, longestQuery)
    const hiddenOnly = query.text('chi') === 'can-bo'
    const page = pageAsked(query)
    const asked = { institution: institution.id, typed, hiddenOnly }
    const found = await listRegister(db, asked, { limit: pageSize, offset: (page - 1) * pageSize })
    const place = named(institution, c)
    const done = await doneSentence(c, institution, query)
    const frame = site.staffFrame(c, place)
    return c.html(RegisterPage({ frame, place, typed, hiddenOnly, ...found, page, pageSize, done }))
  }

  /** What was just done to which object; the address carries no words. */
  const doneSentence = async (c: RequestContext, institution: Institution, query: Form): Promise<string | null> => {
    const id = query.text('vua')
    const object = isUuid(id) ? await objectById(db, id) : null
    if (object?.institution !== institution.id) return null
    const say = words(c.var.lang)
    const number = object.accessionNumber ?? textIn(object.facts.title, c.var.lang).text
    return query.text('xong') === 'ghi' ? say.added(number) : say.corrected(number)
  }

  const list: Handler = async c => {
    const institution = await institutionOf(c)
    if (institution === null) return c.notFound()
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="hien-vat-${institution.code}.csv"`)
    c.header('Cache-Control', 'no-store')
    return stream(c, async out => {
      for await (const text of registerCsv(db, institution.id, c.var.lang)) await out.write(text)
    })
  }

  const formPage = (
    c: RequestContext,
    institution: Institution,
    object: MuseumObject | null,
    { form, act }: { readonly form: FormState; readonly act: string },
  ) => {
    const say = words(c.var.lang)
    const place = named(institution, c)
    return EditPage({
      frame: site.staffFrame(c, place),
      heading: object === null ? say.newObject : say.correctTitle(textIn(object.facts.title, c.var.lang).text),
      action: object === null ? newObjectPath(place.code) : editObjectPath(object.id),
      code: place.code,
      seen: object === null ? null : stateOf(object),
      values: object === null ? {} : typedOf(object),
      form,
      act,
    })
  }

  const ask = async (c: RequestContext, institution: Institution | null, object: MuseumObject | null) =>
    institution === null ? c.notFound() : c.html(formPage(c, institution, object, { form: emptyForm, act: newId() }))

  const take = async (c: RequestContext, institution: Institution | null, object: MuseumObject | null) => {
    if (institution === null) return c.notFound()
    const form = await readForm(c)
    const act = actOf(form)
    const again = (problems: readonly FormProblem[]) => {
      const state = { typed: form.typed, errors: formErrors(problems, c.var.lang) }
      return c.html(formPage(c, institution, object, { form: state, act }), 422)
    }
    const seen = form.text('da-thay') || null
    const read = parseObject(form)
    if (!read.ok) return again(read.problems)
    const { viewer, now } = c.var
    const asked = { act, by: viewer.person, institution: institution.id, ...read.value, now }
    const done =
      object === null
        ? await registerObject(world, asked)
        : await correctObject(world, { ...asked, object: keepUnasked(read.value.object, object), id: object.id, seen })
    if (!done.ok) return again(done.problems)
    const query = new URLSearchParams({ xong: object === null ? 'ghi' : 'sua', vua: done.value.object })
    return c.redirect(`${registerPath(institution.code)}?${query}`, 303)
  }

  const withObject =
    (answer: typeof take): Handler =>
    async c => {
      const object = await objectOf(c)
      if (object === null || !mayAt(c.var.viewer, 'catalogue', object.institution)) return c.notFound()
      return answer(c, await institutionById(db, object.institution), object)
    }

  const here = may('catalogue', atCode)
  return [
    get(registersPath, may('catalogue', 'some'), choose),
    get(registerPath(':code'), here, show),
    get(registerFilePath(':code'), here, list),
    get(newObjectPath(':code'), here, async c => ask(c, await institutionOf(c), null)),
    post(newObjectPath(':code'), here, async c => take(c, await institutionOf(c), null)),
    get(editObjectPath(':object'), may('catalogue', ofObject), withObject(ask)),
    post(editObjectPath(':object'), may('catalogue', ofObject), withObject(take)),
  ]
}
