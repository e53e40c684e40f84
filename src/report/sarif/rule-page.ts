/** The paragraphs under "Why" of a rule's page: why it matters, in prose. */
export function reasonsOf(page: string): readonly string[] {
  const section = /^## Why\r?\n([^]*?)(?=^## |$(?![^]))/m.exec(page)?.[1] ?? '';
  return section.split(/\n\s*\n/).map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' ')).filter((paragraph) => paragraph !== '');
}

/**
 * A rule's page as help: without its title, which is shown above it, and without comments. Links to other files of
 * the repository become links to the web.
 */
export function toHelp(page: string, url: string | undefined): string {
  const text = page.replace(/<!--[^]*?-->\n*/g, '').replace(/^# .*\n+/, '').trim();
  const linked = url === undefined ? text : text.replace(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, (_, target: string) => `](${new URL(target, url).href})`);
  return `${linked}\n`;
}
