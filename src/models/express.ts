import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const VERBS = 'get,post,put,patch,delete,all,use';

/** Requests and responses of Express, and of routers that look like it. */
export const express = defineModel({
  id: 'express',
  docs: 'https://expressjs.com/en/5x/api.html',
  packages: ['express', 'express-promise-router', 'restify', '@nestjs/platform-express'],
  checkedAgainst: '4, 5',
  types: [
    { name: 'express.App', from: { package: 'express' }, path: 'Return' },
    { name: 'express.App', from: { package: 'express' }, path: 'Member[Router].Return' },
    { name: 'express.App', from: { package: 'express' }, path: 'Member[Router].New' },
    { name: 'express.App', from: { package: 'express-promise-router' }, path: 'Return' },
    { name: 'express.App', from: { type: 'express.App' }, path: `Member[${VERBS},route,set,disable,enable].Return` },
    { name: 'express.Request', from: { type: 'express.App' }, path: `Member[${VERBS}].Argument[any].Parameter[0]` },
    { name: 'express.Response', from: { type: 'express.App' }, path: `Member[${VERBS}].Argument[any].Parameter[1]` },
    { name: 'express.Response', from: { type: 'express.Response' }, path: 'Member[status,set,header,type,cookie,clearCookie].Return' },
  ],
  declaredTypes: [
    { package: 'express', name: 'Request', type: 'express.Request' },
    { package: 'express', name: 'Response', type: 'express.Response' },
    { package: 'express', name: 'Router', type: 'express.App' },
    { package: 'express', name: 'Express', type: 'express.App' },
    { package: 'express', name: 'Application', type: 'express.App' },
    { package: 'express-serve-static-core', name: 'Request', type: 'express.Request' },
    { package: 'express-serve-static-core', name: 'Response', type: 'express.Response' },
    { package: 'global', name: 'Express.Request', type: 'express.Request' },
    { package: 'global', name: 'Express.Response', type: 'express.Response' },
  ],
  functionTypes: ['express', 'express-serve-static-core'].flatMap((name) => [
    { package: name, name: 'RequestHandler', parameter: 0, type: 'express.Request' },
    { package: name, name: 'RequestHandler', parameter: 1, type: 'express.Response' },
    { package: name, name: 'ErrorRequestHandler', parameter: 1, type: 'express.Request' },
    { package: name, name: 'ErrorRequestHandler', parameter: 2, type: 'express.Response' },
  ]),
  webFramework: true,
  shapes: [
    { shape: 'request-handler', parameter: 'request', type: 'express.Request' },
    { shape: 'request-handler', parameter: 'response', type: 'express.Response' },
  ],
  // Signed cookies can be read all the same.
  writes: [{ from: { type: 'express.Response' }, path: 'Member[cookie].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 'ms', hidden: false }) }],
  // Put there by cookie-parser.
  roots: [
    { from: { type: 'express.Request' }, path: 'Member[cookies]', memory: 'cookie', name: 'cookies', readOnly: true },
    { from: { type: 'express.Request' }, path: 'Member[signedCookies]', memory: 'cookie', name: 'signedCookies', readOnly: true },
  ],
  clears: [
    { from: { type: 'express.Response' }, path: 'Member[clearCookie].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: { type: 'express.Response' }, path: 'Member[cookie].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') },
  ],
  posted: [{ from: { type: 'express.Request' }, path: 'Member[body]' }],
  routes: [
    { from: { type: 'express.App' }, path: 'Member[get].Return', method: 'get', pathArgument: 0 },
    { from: { type: 'express.App' }, path: 'Member[post,put,patch].Return', method: 'post', pathArgument: 0 },
    { from: { type: 'express.App' }, path: 'Member[all].Return', method: 'all', pathArgument: 0 },
  ],
  redirects: [{ from: { type: 'express.Response' }, path: 'Member[redirect].Return' }],
  renders: [{ from: { type: 'express.Response' }, path: 'Member[render].Return', template: 'Argument[0]', context: 'Argument[1]', shared: 'locals' }],
  escapes: [{ from: { type: 'express.Response' }, path: 'Member[json,jsonp,send].Return', argument: 'Argument[0]', to: 'sent' }],
  passes: [
    { from: { package: 'express-async-handler' }, path: 'Return', to: 'Argument[0]' },
  ],
});
