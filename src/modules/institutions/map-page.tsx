import { textIn } from '../../kernel/localized-text.ts'
import { type Frame, formatCount, Page, Section, TileKey, type TileKind, TileMap } from '../../site/index.ts'
import { landmarkLabels, placePaths } from '../places/index.ts'
import { words } from './messages.ts'
import type { Commune, NetworkMap } from './network-map.ts'
import { paths } from './paths.ts'

/** Tints for the number of institutions in a commune. */
const ramp: readonly { readonly kind: TileKind; readonly from: number; readonly label: string }[] = [
  { kind: 'plain', from: 0, label: '0' },
  { kind: 'q1', from: 1, label: '1' },
  { kind: 'q2', from: 2, label: '2' },
  { kind: 'q3', from: 3, label: '3–4' },
  { kind: 'q4', from: 5, label: '5+' },
]

const tintOf = (count: number): TileKind => ramp.findLast(({ from }) => count >= from)?.kind ?? 'plain'

const CommuneLink = ({ commune, lang }: { commune: Commune; lang: string }) => (
  <a href={placePaths.commune(commune.code)}>{textIn(commune.name, lang).text}</a>
)

export const MapPage = ({ frame, map }: { frame: Frame; map: NetworkMap }) => {
  const { lang } = frame
  const say = words(lang)
  const having = map.communes.filter(commune => commune.count > 0)
  const lacking = map.communes.filter(commune => commune.count === 0)
  const total = formatCount(map.total, lang)
  return (
    <Page frame={frame} title={say.mapTitle} crumbs={[{ label: say.mapTitle }]} description={say.mapLead}>
      <div class="flow">
        <h1>{say.mapTitle}</h1>
        <p>{say.mapLead}</p>
      </div>
      <div class="grid halves">
        <div class="flow">
          <TileMap
            lang={lang}
            sentence={say.mapSentence(total, formatCount(map.communes.length, lang))}
            tiles={map.communes.map(({ col, row, code, name, count }) => ({
              col,
              row,
              name: `${textIn(name, lang).text}: ${say.found(formatCount(count, lang))}`,
              kind: tintOf(count),
              href: placePaths.commune(code),
            }))}
            labels={landmarkLabels(map.communes)}
          />
          <p class="small">{say.mapKey}:</p>
          <p class="row small">
            {ramp.map(({ kind, label, from }) => (
              <TileKey kind={kind} label={from === 0 ? say.noneHere : label} />
            ))}
          </p>
          <p>
            <a href={paths.list}>{say.listTitle}</a>
          </p>
        </div>
        <div>
          <table>
            <caption>{`${say.withPlaces}: ${say.found(total)}`}</caption>
            <thead>
              <tr>
                <th scope="col">{say.place}</th>
                <th scope="col" class="number">
                  {say.count}
                </th>
              </tr>
            </thead>
            <tbody>
              {having.map(commune => (
                <tr>
                  <th scope="row">
                    <CommuneLink commune={commune} lang={lang} />
                  </th>
                  <td class="number">{formatCount(commune.count, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Section title={say.withoutPlaces}>
            <p>
              {lacking.map((commune, index) => (
                <>
                  {index > 0 && ', '}
                  <CommuneLink commune={commune} lang={lang} />
                </>
              ))}
            </p>
          </Section>
        </div>
      </div>
    </Page>
  )
}
