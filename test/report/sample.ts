import { SourceLines } from '../../src/report/source-lines.js';
import type { Finding, RelatedSpan, Span } from '../../src/report/finding.js';
import type { ReportedRule } from '../../src/report/reported-rule.js';
import type { ScanReport } from '../../src/report/scan-report.js';

const APP = `import express from 'express';
import session from 'express-session';

const app = express();

app.use(
  session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false
  }),
);

app.post('/support/3', (req, res) => {
  req.session.password = req.body.password; // 一時的に保存 🙈
\treq.session.log = "\u001b[2J\u202e" + req.body.log;
  res.redirect('/support/4');
});
`;

const WIZARD = `export const wizard = new Scenes.WizardScene(
  'order',
  async (ctx) => {
    await ctx.reply('名前は？ 😀', Markup.keyboard([['later']])); await ctx.reply('What is your e-mail address? We only use it to send you the receipt for this order, and never share it.');
    return ctx.wizard.next();
  },
  async (ctx) => {
    ctx.wizard.state.email = ctx.message.text;
    return ctx.wizard.next();
  },
);
`;

export const SOURCES = new Map([
  ['src/app.js', APP],
  ['src/bot/order-wizard.ts', WIZARD],
]);

/** The span of the `nth` occurrence of `needle` in a sample. */
export function spanOf(path: string, needle: string, nth = 0): Span {
  const source = new SourceLines(SOURCES.get(path)!);
  let at = -1;
  for (let found = 0; found <= nth; found++) at = source.text.indexOf(needle, at + 1);
  const end = at + needle.length;
  const [line, endLine] = [source.lineOf(at), source.lineOf(end)];
  return { path, line, column: at - source.startOf(line) + 1, endLine, endColumn: end - source.startOf(endLine) + 1 };
}

export function finding(span: Span, rest: Partial<Finding> = {}): Finding {
  return { ...span, ruleId: 'require-session-expiry', severity: 'error', message: 'It never ends.', fingerprint: 'f', related: [], suggestions: [], ...rest };
}

function related(path: string, needle: string, message: string): RelatedSpan {
  return { ...spanOf(path, needle), message };
}

const optionsEnd = APP.indexOf('saveUninitialized: false') + 'saveUninitialized: false'.length;
const password = APP.indexOf('  req.session.password');

export const SAMPLE: ScanReport = {
  findings: [
    finding(spanOf('src/bot/order-wizard.ts', "ctx.reply('What is your e-mail"), {
      ruleId: 'no-repeated-ask',
      severity: 'warn',
      message: 'The person is asked for their e-mail address again, although `session.email` already holds it. Being asked twice for the same thing is what makes people give up (WCAG 2.2 SC 3.3.7). Show what is known and ask only when it is missing.',
      related: [{ ...related('src/bot/order-wizard.ts', 'ctx.wizard.state.email', 'captured here'), earlier: true }, related('src/app.js', 'req.session.password', 'and cleared here')],
    }),
    finding(spanOf('src/app.js', APP.slice(APP.indexOf('session({'), APP.indexOf('),\n);') )), {
      message: 'Sessions in `MemoryStore` never end: neither `cookie.maxAge` nor a store with a TTL is set. Whoever finds an old cookie is logged in, and memory grows until the process dies. Set `cookie.maxAge`, for example to 30 idle minutes.',
      related: [related('src/app.js', "import session from 'express-session'", 'imported here')],
      suggestions: [
        {
          message: 'End sessions after 30 idle minutes (`cookie: { maxAge: 30 * 60 * 1000 }`).',
          edits: [{ path: 'src/app.js', range: [optionsEnd, optionsEnd], text: ',\n    cookie: { maxAge: 30 * 60 * 1000 }' }],
        },
        { message: 'Other', edits: [] },
      ],
    }),
    finding(spanOf('src/app.js', 'req.session.password'), {
      ruleId: 'no-sensitive-session-data',
      message: 'A password is stored in the session. It is then in every backup of the store. Keep the id of the user instead.',
      suggestions: [
        { message: 'Remove the write.', edits: [{ path: 'src/app.js', range: [password, APP.indexOf('\treq.session.log')], text: '' }] },
      ],
    }),
    finding(spanOf('src/app.js', 'req.session.log'), { ruleId: 'no-oversized-session-value', severity: 'info', message: 'A log grows \u001b]8;;evil\u0007.' }),
  ],
  skipped: [
    { path: 'public/app.min.js', reason: 'minified' },
    { path: 'public/b.min.js', reason: 'minified' },
    { path: 'gen/types.ts', reason: 'generated' },
  ],
  failed: [{ path: 'src/\u001b[31mred.ts', reason: 'permission denied' }],
  notes: ['tsconfig.json: `,` expected at line 3; plain module resolution is used'],
  stats: { filesSeen: 1214, filesRead: 1211, filesParsed: 38, syntaxErrors: 1, ms: 834 },
};

export const CLEAN: ScanReport = {
  findings: [], skipped: [], failed: [], notes: [],
  stats: { filesSeen: 214, filesRead: 214, filesParsed: 12, syntaxErrors: 0, ms: 1234 },
};

/** Rules of which {@link SAMPLE} has findings, with a page as ours are. */
export const RULES: readonly ReportedRule[] = [
  {
    name: 'no-repeated-ask',
    description: 'Disallow asking twice',
    severity: 'warn',
    standards: ['WCAG 2.2 SC 3.3.7'],
    page: '# no-repeated-ask\n\n> Disallow asking twice.\n\n<!-- end of the generated header -->\n\n## Why\n\nIt is tiring,\nand `a` differs.\n\nSee [the other](require-session-expiry.md#why) and [WCAG](https://www.w3.org/).\n\n## Incorrect\n\nCode.\n',
    url: 'https://example.org/rules/no-repeated-ask.md',
  },
  { name: 'no-sensitive-session-data', description: 'Disallow secrets', severity: 'error', standards: ['CWE-312', 'OWASP ASVS 5.0 14.3.3'], page: '# no-sensitive-session-data\n', url: 'https://example.org/rules/no-sensitive-session-data.md' },
  { name: 'require-session-expiry', description: 'Require an end', severity: 'error', standards: ['CWE-613'], page: '## Why\n\nIt grows.\n', url: 'https://example.org/rules/require-session-expiry.md' },
  { name: 'no-oversized-session-value', description: 'Disallow large values', severity: 'info', standards: [], page: '# Page\n' },
];
