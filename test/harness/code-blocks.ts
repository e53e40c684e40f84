/** A fenced code block of a Markdown page. */
export interface CodeBlock {
  /** The `##` heading that it stands under. */
  readonly section: string;
  /** 1-based. */
  readonly line: number;
  readonly language: string;
  /** `file=…` in the info string. */
  readonly file?: string;
  /** Ends with a line break. */
  readonly text: string;
}

/** All fenced code blocks of a Markdown page, in order. */
export function codeBlocksOf(page: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let section = '';
  let open: { line: number; info: string; code: string[] } | undefined;
  page.split('\n').forEach((content, index) => {
    if (open) {
      if (content.trim() === '```') {
        blocks.push(toBlock(section, open));
        open = undefined;
      } else {
        open.code.push(content);
      }
      return;
    }
    section = /^## (.+)$/.exec(content)?.[1] ?? section;
    const info = /^```(\S.*)$/.exec(content)?.[1];
    if (info) open = { line: index + 1, info, code: [] };
  });
  return blocks;
}

function toBlock(section: string, { line, info, code }: { line: number; info: string; code: string[] }): CodeBlock {
  const [language = '', ...attributes] = info.split(/\s+/);
  const file = attributes.find((attribute) => attribute.startsWith('file='))?.slice('file='.length).replace(/^"|"$/g, '');
  return { section, line, language, text: `${code.join('\n')}\n`, ...(file ? { file } : {}) };
}
