/**
 * Paths that lead into packages, or generations of them, that are not among the dev dependencies. They were walked by
 * hand; whoever installs one of them takes its lines away here, or `rows.test.ts` fails.
 */
export const notInstalled: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'telegraf 3.40: its main export is the class, and each part a module of its own; telegraf 4 exports none of them',
    [
      'telegraf: package telegraf, New',
      'telegraf: package telegraf/scenes/wizard, New',
      'telegraf: package telegraf/scenes/base, New',
      'telegraf: package telegraf/composer, New',
      'telegraf: package telegraf/scenes/wizard, Argument[1..].Parameter[0]',
    ],
  ],
  ['express-promise-router 4: its function makes a router of Express', ['express: package express-promise-router, Return']],
  ['express-async-handler 1: takes a handler, gives one', ['express: package express-async-handler, Return']],
]);
