/** Extensions of template files. Another ending, as in `release-1.2`, may be part of the name. */
const EXTENSIONS = ['.njk', '.html', '.nunjucks'];
const OTHER_EXTENSIONS = new Set(['.nj', '.j2', '.htm', '.jinja', '.jinja2', '.twig', '.ejs', '.pug', '.hbs']);
/** A longer one names no file. */
const LONGEST_VIEW = 1024;

/**
 * The relative paths that a view name can mean: `res.render('pages/step-4')` renders `pages/step-4.njk`, or
 * `pages/step-4/index.njk` … in some views folder, so a file is meant when its path ends with one of these after a `/`.
 *
 * @param view as written; a leading `/`, `./` or `../` is dropped, `\` is a `/`
 * @returns the likeliest first, none for a name without a file name
 */
export function viewCandidates(view: string): readonly string[] {
  if (view.length > LONGEST_VIEW) return [];
  const path = normalised(view);
  if (path === '') return [];
  const extension = /[^/](\.[a-z][\da-z]*)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension !== undefined && (EXTENSIONS.includes(extension) || OTHER_EXTENSIONS.has(extension))) return [path];
  const own = extension === undefined ? [] : [path];
  return [...own, ...EXTENSIONS.map((end) => path + end), ...EXTENSIONS.map((end) => `${path}/index${end}`)];
}

function normalised(view: string): string {
  const segments: string[] = [];
  for (const segment of view.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
