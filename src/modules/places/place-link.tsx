import type { Language } from '../../kernel/language.ts'
import { langOf, nameIn } from './names.ts'
import { paths } from './paths.ts'
import type { PlaceOn } from './place.ts'

/** A place's name, leading to its page when it has one. */
export const PlaceLink = ({ place, lang }: { place: PlaceOn; lang: Language }) => {
  const href = paths.place(place)
  const name = nameIn(place, lang)
  return href === null ? (
    <span lang={langOf(place, lang)}>{name}</span>
  ) : (
    <a href={href} lang={langOf(place, lang)}>
      {name}
    </a>
  )
}
