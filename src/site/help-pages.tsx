import type { Frame } from './frame.ts'
import { type HelpTopic, helpWords } from './help-words.ts'
import { Page } from './layout.tsx'
import { Section } from './section.tsx'

export const helpPaths: Readonly<Record<HelpTopic, string>> = {
  help: '/tro-giup',
  access: '/tiep-can',
  privacy: '/du-lieu-cua-ban',
}

/** Help, accessibility, privacy: true sentences under plain headings. */
export const HelpPage = ({ frame, topic }: { frame: Frame; topic: HelpTopic }) => {
  const { title, lead, parts } = helpWords(frame.lang)[topic]
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{lead}</p>
      {parts.map(part => (
        <Section title={part.title}>
          <div class="flow">
            {part.text.map(paragraph => (
              <p>{paragraph}</p>
            ))}
          </div>
        </Section>
      ))}
    </Page>
  )
}
