import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Result } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  get,
  type Handler,
  may,
  post,
  type RequestContext,
  type Route,
  readForm,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { institutionByCode, institutionById } from '../institutions/index.ts'
import { BatchPage } from './batch-page.tsx'
import { batchById, countBatch } from './batch-store.ts'
import { columnQuestion, generalErrors } from './column-question.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { downloadRoutes } from './download-routes.ts'
import { decisions, type ImportBatch } from './import-batch.ts'
import { isOpen, jobOfBatch } from './import-jobs.ts'
import { batchRows, importPlaces, isFilter, readRecords } from './import-view.ts'
import { codings, ImportsPage, maxUploadOctets } from './imports-page.tsx'
import { refusalSentence } from './messages.ts'
import { type BatchAsk, decide, requestApply, requestColumns, requestStage, requestWithdraw } from './move-batch.ts'
import { batchPath, batchPaths, importsPath, recordsPath } from './paths.ts'
import { countUndecided } from './record-store.ts'
import type { ImportRefusal } from './refusal.ts'
import { type Register, registerOf } from './register.ts'
import { startImport } from './start-import.ts'

const refreshSeconds = 3

/** Sending files, reviewing them, deciding, applying, taking back. */
export function importRoutes(world: World, registers: readonly Register[], site: Site): Route[] {
  const db = world.database
  const batchOf = async (c: RequestContext): Promise<ImportBatch | null> => {
    const id = batchIn(c)
    return isUuid(id) ? batchById(db, id) : null
  }
  const ofBatch = async (c: RequestContext) => (await batchOf(c))?.institution ?? null

  const showImports = async (c: RequestContext, form: FormState, status: 200 | 403 | 422) => {
    const { viewer, lang, now } = c.var
    const places = await importPlaces(db, viewer, lang, localDateAt(now))
    const rows = await batchRows(db, viewer, lang)
    return c.html(ImportsPage({ frame: site.staffFrame(c, null), registers, places, rows, form, act: newId() }), status)
  }

  const upload: Handler = async c => {
    const form = await readForm(c)
    const file = form.file('tep')
    const institution = await institutionByCode(db, form.text('noi'))
    const refuse = (problems: readonly ImportRefusal[], status: 403 | 422) => {
      const errors = problems.map(problem => ({
        field: fieldOf(problem),
        text: refusalSentence(problem, c.var.lang),
      }))
      return showImports(c, { typed: form.typed, errors }, status)
    }
    if (institution !== null && !mayAt(c.var.viewer, 'import', institution.id))
      return refuse([{ code: 'not-yours' }], 403)
    const missing: ImportRefusal[] = [
      ...(institution === null ? [{ code: 'no-institution' } as const] : []),
      ...(file === null ? [{ code: 'no-file' } as const] : []),
    ]
    if (institution === null || file === null) return refuse(missing, 422)
    const started = await startImport(world, registers, {
      act: actOf(form),
      by: c.var.viewer.person,
      institution: institution.id,
      register: registers.find(({ name }) => name === form.text('so'))?.name ?? null,
      coding: codings.find(coding => coding === form.text('bang-ma')) ?? null,
      fileName: file.name,
      source: file.stream(),
    })
    if (!started.ok) return refuse(started.problems, 422)
    return c.redirect(`${batchPath(started.value.batch)}${started.value.known ? '?da-co=1' : ''}`, 303)
  }

  /** A batch with its job as they stand together: work that ended between the two questions has moved the batch on. */
  const atOneMoment = async (batch: ImportBatch) => {
    const job = await jobOfBatch(db, batch)
    const now = job === null || isOpen(job) ? batch : ((await batchById(db, batch.id)) ?? batch)
    return now.state === batch.state ? { batch: now, job } : { batch: now, job: await jobOfBatch(db, now) }
  }

  const rowOf = async (c: RequestContext, batch: ImportBatch) => {
    const institution = await institutionById(db, batch.institution)
    const name = institution === null ? '' : textIn(institution.name, c.var.lang).text
    return {
      at: institution === null ? null : { code: institution.code, name },
      row: { ...(await atOneMoment(batch)), counts: await countBatch(db, batch.id), institution: name },
    }
  }

  const columns = columnQuestion(world, registers, site)
  const askColumns = async (c: RequestContext, batch: ImportBatch, form: FormState) =>
    columns.ask(c, batch, (await rowOf(c, batch)).at, form)

  const agree: Handler = async c => {
    const batch = await batchOf(c)
    if (batch === null) return c.notFound()
    if (batch.state !== 'mapping') return showBatch(c, [{ code: 'not-mapping', state: batch.state }])
    return columns.agree(c, batch, (await rowOf(c, batch)).at)
  }

  const showBatch = async (c: RequestContext, refusal: readonly ImportRefusal[]) => {
    const batch = await batchOf(c)
    if (batch === null) return c.notFound()
    if (batch.state === 'mapping') return askColumns(c, batch, { typed: {}, errors: generalErrors(refusal, c) })
    const register = registerOf(registers, batch)
    const { at, row } = await rowOf(c, batch)
    const filter = c.req.query('xem') ?? ''
    const after = recordNumber(c.req.query('sau') ?? '')
    const view = await readRecords(db, register, batch.id, isFilter(filter) ? filter : null, after)
    if (isOpen(row.job) && refusal.length === 0) c.header('Refresh', String(refreshSeconds))
    return c.html(
      BatchPage({
        frame: site.staffFrame(c, at),
        row,
        register,
        view,
        known: c.req.query('da-co') !== undefined,
        refusal: refusal.map(problem => refusalSentence(problem, c.var.lang)),
        undecided: await countUndecided(db, batch.id),
        newAct: newId,
      }),
      refusal.length > 0 ? 409 : 200,
    )
  }

  const confirm =
    (asked: 'apply' | 'withdraw'): Handler =>
    async c => {
      const batch = await batchOf(c)
      if (batch === null) return c.notFound()
      const { at, row } = await rowOf(c, batch)
      return c.html(
        ConfirmPage({
          frame: site.staffFrame(c, at),
          row,
          register: registerOf(registers, batch),
          asked,
          act: newId(),
        }),
      )
    }

  const move =
    (request: (world: World, ask: BatchAsk) => Promise<Result<{ readonly batch: string }, ImportRefusal>>): Handler =>
    async c => {
      const form = await readForm(c)
      const batch = batchIn(c)
      const moved = await request(world, { act: actOf(form), by: c.var.viewer.person, batch })
      return moved.ok ? c.redirect(batchPath(batch), 303) : showBatch(c, moved.problems)
    }

  const decideOne: Handler = async c => {
    const form = await readForm(c)
    const batch = batchIn(c)
    const decision = decisions.find(one => one === form.text('quyet'))
    const number = recordNumber(form.text('so'))
    if (decision === undefined || number === 0) return showBatch(c, [])
    const asked = { act: actOf(form), by: c.var.viewer.person, batch, number, decision }
    const decided = await decide(world, asked)
    if (!decided.ok) return showBatch(c, decided.problems)
    const after = recordNumber(form.text('sau'))
    const filter = form.text('xem')
    return c.redirect(`${recordsPath(batch, isFilter(filter) ? filter : null, after)}#so-${number}`, 303)
  }

  const mine = may('import', ofBatch)
  return [
    get(importsPath, may('import', 'some'), c => showImports(c, emptyForm, 200)),
    post(importsPath, may('import', 'some'), upload, maxUploadOctets + 64 * 1024),
    get(batchPaths.pattern, mine, c => showBatch(c, [])),
    get(batchPaths.apply(':batch'), mine, confirm('apply')),
    post(batchPaths.apply(':batch'), mine, move(requestApply)),
    get(batchPaths.withdraw(':batch'), mine, confirm('withdraw')),
    post(batchPaths.withdraw(':batch'), mine, move(requestWithdraw)),
    post(batchPaths.readAgain(':batch'), mine, move(requestStage)),
    post(batchPaths.decide(':batch'), mine, decideOne),
    post(batchPaths.columns(':table'), mine, agree),
    post(batchPaths.askColumns(':table'), mine, move(requestColumns)),
    ...downloadRoutes(db, registers, batchOf, mine),
  ]
}

/** The batch that an address names; one of a table has a name of its own, for what only tables have. */
const batchIn = (c: RequestContext): string => c.req.param('batch') ?? c.req.param('table') ?? ''

/** A record's number in its batch; 0 for whatever is none. */
const recordNumber = (typed: string): number => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0)

const fieldOf = ({ code }: ImportRefusal): string => (code === 'no-institution' || code === 'not-yours' ? 'noi' : 'tep')
