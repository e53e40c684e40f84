import { lineStarts } from '../extract/lines.js';
import { SUMMARY_SCHEMA, type Comment, type FileSummary, type Range } from '../facts/index.js';
import { maskTags } from './mask-tags.js';
import { ElementReader } from './nunjucks/element-reader.js';
import { MarkupText } from './nunjucks/markup-text.js';
import { parseNunjucks, type ParsedTemplate, type Tag } from './nunjucks/parse-nunjucks.js';
import { SourceMap } from './nunjucks/source-map.js';
import { StatementReader } from './nunjucks/statement-reader.js';
import { TemplateRecorder } from './nunjucks/template-recorder.js';
import { readMarkup } from './read-markup.js';
import { TemplateTooDeepError } from './template-too-deep-error.js';
import { templateStyle } from './template-style.js';

/**
 * A nunjucks template as a function of one parameter, its context.
 *
 * `functions[1]`, `(template)`, is the default export: `{{ data.email }}` reads `data.email` of its parameter, and a
 * name that the template does not declare is a member of it. Macros are functions exported under their names.
 * `{% include %}`, `{% extends %}`, macro calls and filters (`|name`) are calls. Every `<input>`, `<select>`,
 * `<textarea>` and `<form>` of the page is a `call` effect whose call is a `jsx` value; beside its attributes stand
 * `(content)`, `(options)`, `(form)` and `(label)`.
 *
 * What stands in an HTML comment is shown to nobody, so it has no effects.
 *
 * @param file POSIX path, as the host names the file
 * @param text without byte order mark
 * @throws {@link TemplateSyntaxError} what nunjucks' own parser refuses (custom tags apart)
 * @throws {@link TemplateTooDeepError} nesting beyond 500 levels
 */
export function extractNunjucks(file: string, text: string): FileSummary {
  try {
    return summarise(file, text, parseNunjucks(text));
  } catch (error) {
    // Each level costs several frames, and how many there are room for depends on the thread.
    if (error instanceof RangeError) throw new TemplateTooDeepError(0);
    throw error;
  }
}

function summarise(file: string, text: string, parsed: ParsedTemplate): FileSummary {
  const recorder = new TemplateRecorder(new SourceMap(parsed), text.length);
  new StatementReader(recorder).readTemplate(parsed.root);
  const events = readMarkup(maskTags(text, parsed.tags.map(({ range }) => range)));
  new ElementReader(recorder, new MarkupText(recorder, text)).read(events);
  const hidden = events.filter(({ event }) => event === 'comment').map(({ at }) => at);
  return {
    schema: SUMMARY_SCHEMA,
    file,
    dialect: 'nunjucks',
    values: recorder.table.values,
    functions: recorder.functions(hidden),
    classes: [],
    types: [],
    exports: [...recorder.exports].map(([name, value]) => ({ name, value })),
    reexports: [],
    comments: commentsOf(text, parsed.tags, hidden),
    style: templateStyle(text, parsed.tokens.filter(({ type }) => type === 'string').map(({ start }) => text.charAt(start))),
    lines: lineStarts(text),
    length: text.length,
    anchors: { afterDirectives: 0, moduleKind: 'esm' },
  };
}

function commentsOf(text: string, tags: readonly Tag[], html: readonly Range[]): Comment[] {
  const templates = tags.filter(({ kind }) => kind === 'comment').map(({ range }) => comment(range, text, /^\{#-?|-?#\}$/g));
  const markup = html.map((range) => comment(range, text, /^<!--|--!?>$/g));
  return [...templates, ...markup].sort((a, b) => a.at[0] - b.at[0]);
}

function comment(at: Range, text: string, delimiters: RegExp): Comment {
  return { at, text: text.slice(...at).replace(delimiters, ''), block: true };
}
